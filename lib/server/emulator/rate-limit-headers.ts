import type { InputUsage } from '@/lib/usage/usage.ts';

/** Nothing is limited here; the figures are those of a generous account whose minute begins with this request. */
const LIMITS = { requests: 4_000, inputTokens: 2_000_000, outputTokens: 400_000 };

/** The provider's names of the headers of one limit. */
const headersOf = (name: string) => {
  const prefix = `anthropic-ratelimit-${name}`;
  return { limit: `${prefix}-limit`, remaining: `${prefix}-remaining`, reset: `${prefix}-reset` };
};

const REQUESTS = { most: LIMITS.requests, names: headersOf('requests') };
const INPUT = { most: LIMITS.inputTokens, names: headersOf('input-tokens') };
const OUTPUT = { most: LIMITS.outputTokens, names: headersOf('output-tokens') };
const TOKENS = { most: LIMITS.inputTokens + LIMITS.outputTokens, names: headersOf('tokens') };

/** The provider's rate-limit headers. What is read from the cache does not count (caching rules §6); `now` is epoch milliseconds. */
export function rateLimitHeaders(
  now: number,
  usage: Pick<InputUsage, 'inputTokens' | 'cacheCreation5mTokens' | 'cacheCreation1hTokens'>,
  outputTokens: number,
): Record<string, string> {
  const input = usage.inputTokens + usage.cacheCreation5mTokens + usage.cacheCreation1hTokens;
  const headers: Record<string, string> = {};
  const reset = resetTimes(now);
  addLimit(headers, REQUESTS, 1, reset);
  addLimit(headers, INPUT, input, reset);
  addLimit(headers, OUTPUT, outputTokens, reset);
  addLimit(headers, TOKENS, input + outputTokens, reset);
  return headers;
}

/** The headers of a refused request: no request is left for a second. */
export function exhaustedHeaders(now: number): Record<string, string> {
  const headers: Record<string, string> = {};
  addLimit(headers, REQUESTS, REQUESTS.most, resetTimes(now));
  return headers;
}

function addLimit(headers: Record<string, string>, limit: typeof REQUESTS, used: number, reset: ResetTime): void {
  const { most, names } = limit;
  const left = Math.max(0, most - used);
  const seconds = Math.ceil((60 * Math.min(used, most)) / most);
  headers[names.limit] = String(most);
  headers[names.remaining] = String(left);
  headers[names.reset] = reset(left === 0 ? 1 : seconds);
}

type ResetTime = (seconds: number) => string;

/** The time so many seconds from now; most limits are there again in one, whose time is written once. */
function resetTimes(now: number): ResetTime {
  const soon = isoTime(now + 1000);
  return (seconds) => (seconds === 1 ? soon : isoTime(now + seconds * 1000));
}

/** To the second, as the provider writes it; a time no date can hold is the last that one can. */
const isoTime = (time: number): string => `${new Date(Math.min(time, 8.64e15)).toISOString().slice(0, -5)}Z`;
