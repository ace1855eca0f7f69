import type { CacheOutcome } from './messages-policy.ts';
import type { PrefixChain } from './prefix-chain.ts';

/** The outcome where a prefix is read and, up to `createdEnd`, entries without a 5m or 1h lifetime are created; all in tokens. */
export function plainOutcome(chain: PrefixChain, read: number, createdEnd: number = read): CacheOutcome {
  const created = Math.max(0, createdEnd - read);
  return {
    usage: {
      inputTokens: chain.totalTokens - read - created,
      cacheReadTokens: read,
      cacheCreation5mTokens: 0,
      cacheCreation1hTokens: 0,
      ...(created > 0 && { cacheCreationOtherTokens: created }),
    },
    hit: chain.positions.findLast(({ end }) => end <= read && read > 0),
    blocks: chain.positions.map(({ path, tokens, end }) => ({
      path,
      tokens,
      state: end <= read ? 'read' : end <= read + created ? 'creation-other' : 'uncached',
    })),
    created: [],
    refreshed: [],
  };
}
