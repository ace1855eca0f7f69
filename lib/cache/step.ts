import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { applyOutcome, type CacheState } from './cache-state.ts';
import { type CacheOutcome, evaluateMessages } from './messages-policy.ts';
import { type ChainOptions, prefixChain } from './prefix-chain.ts';

/** The whole cache model as a fold: one request at `now` (epoch ms), answered at once. */
export function step(
  state: CacheState,
  request: MessageCreateParamsBase,
  now: number,
  options: ChainOptions,
): { readonly state: CacheState; readonly outcome: CacheOutcome } {
  const outcome = evaluateMessages(prefixChain(request, options), (key) => state.get(key), now, options.rules);
  return { state: applyOutcome(state, outcome, now, now), outcome };
}
