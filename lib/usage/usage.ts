/**
 * Reported usage in the normal form. `inputTokens` is the uncached remainder, as on the Messages API; `undefined` means that the
 * backend did not say, which is not 0. `raw` is what the backend sent, untouched.
 */
export interface Usage {
  readonly inputTokens?: number;
  readonly cacheReadTokens?: number;
  readonly cacheCreation5mTokens?: number;
  readonly cacheCreation1hTokens?: number;
  /** Cache creation whose TTL was not reported, or that has another TTL (OpenAI's 30m). */
  readonly cacheCreationOtherTokens?: number;
  readonly outputTokens?: number;
  /** The whole prompt, where a backend says that and not, or not in full, how it splits; it never contradicts the parts. */
  readonly totalInputTokens?: number;
  /** Searches that the provider made for this answer; they are charged one by one, beside their tokens. */
  readonly webSearches?: number;
  readonly raw?: unknown;
}

/** The input side of a request as the cache model sees it; every figure is known. */
export interface InputUsage {
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheCreation5mTokens: number;
  readonly cacheCreation1hTokens: number;
  /** Creation with another lifetime (OpenAI's 30m); absent is none. */
  readonly cacheCreationOtherTokens?: number;
}

/** Read + creation + uncached, in tokens. */
export function totalInputTokens(usage: InputUsage): number {
  const { inputTokens, cacheReadTokens, cacheCreation5mTokens, cacheCreation1hTokens } = usage;
  const other = usage.cacheCreationOtherTokens ?? 0;
  return inputTokens + cacheReadTokens + cacheCreation5mTokens + cacheCreation1hTokens + other;
}
