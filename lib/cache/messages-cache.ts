import { type CacheRules, DEFAULT_RULES } from './cache-rules.ts';
import { applyOutcome, type CacheState, EMPTY_CACHE } from './cache-state.ts';
import { evaluateMessages, expiresAt } from './messages-policy.ts';
import type { CachePolicy, PolicyCache } from './policy.ts';
import { prefixChain } from './prefix-chain.ts';

/** Messages breakpoints, automatic ones included (caching rules). */
export function messagesPolicy(rules: CacheRules = DEFAULT_RULES): CachePolicy {
  return {
    id: 'messages',
    chain: (request, options) => prefixChain(request, { ...options, rules }),
    empty: messagesCache(EMPTY_CACHE, rules),
  };
}

function messagesCache(state: CacheState, rules: CacheRules): PolicyCache {
  return {
    evaluate: (chain, _request, now) => evaluateMessages(chain, (key) => state.get(key), now, rules),
    after: ({ outcome, sentAt, respondedAt }) =>
      messagesCache(applyOutcome(state, outcome, sentAt, respondedAt), rules),
    nextExpiry: (now) => {
      const ends = [...state.values()].map(expiresAt).filter((end) => end > now);
      return ends.length > 0 ? Math.min(...ends) : undefined;
    },
  };
}
