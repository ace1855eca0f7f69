import type { CacheRules } from '@/lib/cache/cache-rules.ts';
import { applyOutcome, EMPTY_CACHE } from '@/lib/cache/cache-state.ts';
import { evaluateMessages } from '@/lib/cache/messages-policy.ts';
import type { PrefixChain, PrefixPosition } from '@/lib/cache/prefix-chain.ts';
import type { InputUsage } from '@/lib/usage/usage.ts';

/** What a turn of the conversation adds, in tokens. */
export interface TurnSize {
  readonly replyTokens: number;
  readonly messageTokens: number;
}

/** The input usage of a session that starts cold and is never left for longer than a TTL. */
export interface Outlook {
  readonly first: InputUsage;
  /** The same request again. */
  readonly second: InputUsage;
  /** One turn further on: the reply and a new message are appended, and the rolling mark moves to the end. */
  readonly later: InputUsage;
  /** `later`'s tokens, had nothing been cached. */
  readonly laterTotalTokens: number;
}

/** Folds the cache model over three requests made from `chain`, a second apart. */
export function outlook(chain: PrefixChain, turn: TurnSize, rules: CacheRules): Outlook {
  const run = (cache: typeof EMPTY_CACHE, request: PrefixChain, now: number) => {
    const outcome = evaluateMessages(request, (key) => cache.get(key), now, rules);
    return { usage: outcome.usage, cache: applyOutcome(cache, outcome, now, now) };
  };
  const first = run(EMPTY_CACHE, chain, 0);
  const second = run(first.cache, chain, 1000);
  const grown = nextTurn(chain, turn);
  const later = run(second.cache, grown, 2000);
  return { first: first.usage, second: second.usage, later: later.usage, laterTotalTokens: grown.totalTokens };
}

/** The chain with a reply and a new message behind it; a mark on the last block moves along, as the rolling mark does. */
function nextTurn(chain: PrefixChain, turn: TurnSize): PrefixChain {
  const last = chain.positions.at(-1);
  if (!last) return chain;
  const append = (
    before: PrefixPosition,
    tokens: number,
    breakpoint: PrefixPosition['breakpoint'],
  ): PrefixPosition => ({
    path: `${before.path}+`,
    level: 'messages',
    tokens,
    end: before.end + tokens,
    key: `${before.key}+`,
    breakpoint,
    slot: before.slot + 1,
  });
  const unmarked = { ...last, breakpoint: last.level === 'messages' ? undefined : last.breakpoint };
  const reply = append(unmarked, turn.replyTokens, undefined);
  const message = append(reply, turn.messageTokens, last.level === 'messages' ? last.breakpoint : undefined);
  return {
    ...chain,
    positions: [...chain.positions.slice(0, -1), unmarked, reply, message],
    totalTokens: message.end,
  };
}
