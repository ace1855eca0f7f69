import type { Usage } from './usage.ts';

/**
 * The same usage with the creation that it implies: a report that gives both 5m and 1h leaves nothing for another TTL, and one that
 * gives creation of another or unknown TTL has no other. What stays `undefined` was not reported.
 */
export function settleCreation(usage: Usage): Usage {
  const { cacheCreation5mTokens, cacheCreation1hTokens, cacheCreationOtherTokens } = usage;
  const isSplit = cacheCreation5mTokens !== undefined && cacheCreation1hTokens !== undefined;
  if (cacheCreationOtherTokens === undefined) return isSplit ? { ...usage, cacheCreationOtherTokens: 0 } : usage;
  if (isSplit) return usage;
  return {
    ...usage,
    cacheCreation5mTokens: cacheCreation5mTokens ?? 0,
    cacheCreation1hTokens: cacheCreation1hTokens ?? 0,
  };
}
