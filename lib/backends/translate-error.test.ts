import { APIError } from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { streamError } from './stream-error.ts';
import { translateError } from './translate-error.ts';

const told = (error: unknown, key: 'visitor' | 'server' = 'visitor') =>
  translateError(error, { backend: 'The server', key, stopped: false, begun: false, secrets: [] });
const refusal = (headers: Record<string, string>, error: object = { message: 'slow' }) =>
  APIError.generate(429, { error }, undefined, new Headers(headers));

describe('BACK-6: how long to wait', () => {
  const date = 'Sat, 21 Nov 2026 12:00:00 GMT';
  const later = 'Sat, 21 Nov 2026 12:00:30 GMT';
  const delay = (retryDelay: unknown) => ({
    message: 'Quota exceeded',
    details: [{ '@type': 'type.googleapis.com/google.rpc.Help' }, { retryDelay }],
  });

  it.each([
    ['seconds', refusal({ 'retry-after': '17' }), 17],
    ['milliseconds, before the seconds', refusal({ 'retry-after-ms': '1500', 'retry-after': '9' }), 2],
    ["a date, by the server's own", refusal({ 'retry-after': later, date }), 30],
    ["Google's details", refusal({}, delay('27s')), 27],
    ["Google's details, in parts of a second", refusal({}, delay('0.25s')), 1],
    ["Google's details, half-way", streamError({ error: { code: 429, ...delay('27s') } }), 27],
  ])('is told in %s', (_, error, seconds) => {
    expect(told(error)).toMatchObject({
      code: 'backend-rate-limited',
      fix: `Send again in ${seconds} s.`,
      retryAfterSeconds: seconds,
    });
  });

  it.each([
    ['no time', refusal({})],
    ['a date that has passed', refusal({ 'retry-after': date, date: later })],
    ['a date without the server’s own', refusal({ 'retry-after': later })],
    ['what is no time', refusal({ 'retry-after': 'soon', 'retry-after-ms': '-1' }, delay('soon'))],
    ['details that are none', refusal({}, { message: 'slow', details: 'none' })],
  ])('is unknown where a server says %s', (_, error) => {
    expect(told(error)).toMatchObject({ fix: 'Send again in a while.' });
    expect(told(error)).not.toHaveProperty('retryAfterSeconds');
  });

  it('is not told where waiting does not help: the quota of a key is used up', () => {
    const error = { message: 'You exceeded your current quota.', code: 'insufficient_quota' };
    for (const each of [refusal({}, error), streamError({ error }), refusal({}, { ...error, type: 'requests' })]) {
      expect(told(each)).toEqual({
        code: 'backend-rejected',
        message: 'The server answers no more requests to the key (429): You exceeded your current quota.',
        place: 'key',
        fix: 'Waiting does not help: add credit to its account, or use another key.',
      });
    }
    expect(told(refusal({}, error), 'server').fix).toMatch(/^Waiting does not help: ask whoever runs this server/);
  });
});
