import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { chunkText, curlCommand, requestJson } from './request-text.ts';

const request: MessageCreateParamsBase = {
  model: 'm',
  max_tokens: 1,
  messages: [{ role: 'user', content: "it's $HOME `date` \\ \"quoted\"\nJSON\n'JSON'" }],
};

describe('curlCommand', () => {
  it('hands the body over byte for byte', () => {
    const command = curlCommand(request).replace(/^curl[^<]*--data-binary @-/s, 'cat');
    expect(execFileSync('bash', ['-c', command]).toString()).toBe(`${requestJson(request)}\n`);
  });

  it('reads the key from the environment and names a beta only when it is needed', () => {
    expect(curlCommand(request)).toContain('-H "x-api-key: $ANTHROPIC_API_KEY" \\');
    expect(curlCommand(request)).not.toContain('anthropic-beta');
    const cache_control = { type: 'ephemeral', scope: 'global' } as { type: 'ephemeral' };
    const scoped = { ...request, system: [{ type: 'text' as const, text: 'a', cache_control }] };
    expect(curlCommand(scoped)).toContain("-H 'anthropic-beta: prompt-caching-scope-");
  });
});

describe('chunkText', () => {
  it('keeps every line up to the limit and counts the rest', () => {
    const text = Array.from({ length: 450 }, (_, line) => `line ${line}`).join('\n');
    const { chunks, left } = chunkText(text, text.length);
    expect(chunks.map(({ lines }) => lines.length)).toEqual([200, 200, 50]);
    expect(chunks.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n')).toBe(text);
    expect(left).toBe(0);
    expect(chunkText(text, 100).left).toBe(text.length - 100);
  });
});
