import type { InputUsage } from '@/lib/usage/usage.ts';

/** Nothing is limited here; the figures are those of a generous account whose minute begins with this request. */
const LIMITS = { requests: 4_000, inputTokens: 2_000_000, outputTokens: 400_000 } as const;

/** The provider's rate-limit headers. What is read from the cache does not count (caching rules §6); `now` is epoch milliseconds. */
export function rateLimitHeaders(
  now: number,
  usage: Pick<InputUsage, 'inputTokens' | 'cacheCreation5mTokens' | 'cacheCreation1hTokens'>,
  outputTokens: number,
): Record<string, string> {
  const input = usage.inputTokens + usage.cacheCreation5mTokens + usage.cacheCreation1hTokens;
  return {
    ...limit('requests', LIMITS.requests, 1, now),
    ...limit('input-tokens', LIMITS.inputTokens, input, now),
    ...limit('output-tokens', LIMITS.outputTokens, outputTokens, now),
    ...limit('tokens', LIMITS.inputTokens + LIMITS.outputTokens, input + outputTokens, now),
  };
}

/** The headers of a refused request: no request is left for a second. */
export const exhaustedHeaders = (now: number): Record<string, string> =>
  limit('requests', LIMITS.requests, LIMITS.requests, now);

function limit(name: string, most: number, used: number, now: number): Record<string, string> {
  const prefix = `anthropic-ratelimit-${name}`;
  const left = Math.max(0, most - used);
  const seconds = Math.ceil((60 * Math.min(used, most)) / most);
  return {
    [`${prefix}-limit`]: String(most),
    [`${prefix}-remaining`]: String(left),
    [`${prefix}-reset`]: isoTime(now + (left === 0 ? 1 : seconds) * 1000),
  };
}

/** To the second, as the provider writes it; a time no date can hold is the last that one can. */
const isoTime = (time: number): string => new Date(Math.min(time, 8.64e15)).toISOString().replace(/\.\d{3}Z$/, 'Z');
