import Anthropic from '@anthropic-ai/sdk';
import { expect, it } from 'vitest';
import { API_VERSION } from './api-version.ts';

it('BACK-32: the version of the API is the one that the official client in use speaks, and so is how the key is sent', async () => {
  const seen: Headers[] = [];
  const client = new Anthropic({
    apiKey: 'k',
    fetch: async (_, init) => {
      seen.push(new Headers(init?.headers));
      return Response.json({ data: [] });
    },
  });
  await client.models.list();
  const [headers] = seen;
  expect(headers?.get('anthropic-version')).toBe(API_VERSION);
  expect(headers?.get('authorization')).toBe('Bearer k');
  expect(headers?.has('x-api-key')).toBe(false);
});
