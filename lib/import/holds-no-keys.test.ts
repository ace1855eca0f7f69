import { describe, expect, it } from 'vitest';
import { holdsNoKeys } from './holds-no-keys.ts';

describe('IMPORT-6: what may be stored before it is read', () => {
  it.each([
    '{"model":"claude-opus-5-5","max_tokens":9,"messages":[]}',
    ' {\n  "usage": { "input_tokens": 7 }, "thinking": {"type": "enabled", "budget_tokens"',
    '[{"role":"user","content":"Where do I put the API key, the token and the header?"}]',
  ])('is JSON without a place for a key, finished or not: %s', (text) => expect(holdsNoKeys(text)).toBe(true));

  it.each([
    'curl https://api.example.com -d "{}"',
    '$ curl https://api.example.com',
    '',
    'On branch main',
    '{"request":{"headers":{"x-api-key":"0123"},"body":{}}}',
    '{"log":{"entries":[{"request":{"cookies" : []}}]}}',
    '{"text":"{\\"Authorization\\":\\"Basic 0123\\"}"}',
    '{"api_key":"0123"}',
    '{"access_token":"0123"}',
    '{"note":"Bearer 0123"}',
    '{"note":"sk-ant-0123456789"}',
  ])('is nothing else: %j', (text) => expect(holdsNoKeys(text)).toBe(false));
});
