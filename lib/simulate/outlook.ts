import type { CachePolicy, PolicyCache } from '@/lib/cache/policy.ts';
import type { PrefixChain, PrefixPosition } from '@/lib/cache/prefix-chain.ts';
import { cacheControl } from '@/lib/request/flatten-request.ts';
import type { CacheControlEphemeral, MessageCreateParamsBase } from '@/lib/request/wire.ts';
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

/** Folds a policy over three requests made from `request` and its chain, a second apart. */
export function outlook(
  policy: CachePolicy,
  chain: PrefixChain,
  request: MessageCreateParamsBase,
  turn: TurnSize,
): Outlook {
  const run = (cache: PolicyCache, each: PrefixChain, asked: MessageCreateParamsBase, now: number) => {
    const outcome = cache.evaluate(each, asked, now);
    const reply = REPLY;
    return {
      usage: outcome.usage,
      cache: cache.after({ request: asked, outcome, sentAt: now, respondedAt: now, reply }),
    };
  };
  const first = run(policy.empty, chain, request, 0);
  const second = run(first.cache, chain, request, 1000);
  const grown = nextTurn(chain, turn);
  const asked = grown === chain ? request : withTurn(request);
  const later = run(second.cache, grown, asked, 2000);
  return { first: first.usage, second: second.usage, later: later.usage, laterTotalTokens: grown.totalTokens };
}

/** Stands for a reply that is not known; its tokens are the chain's. */
const REPLY = '\u0001';

/** The request with that reply and another message, as policies see it that share texts. */
function withTurn(request: MessageCreateParamsBase): MessageCreateParamsBase {
  const text = { type: 'text' as const, text: `${REPLY}${REPLY}` };
  const mark = rollingMark(request);
  const messages = [
    ...request.messages,
    { role: 'assistant' as const, content: REPLY },
    { role: 'user' as const, content: [mark ? { ...text, cache_control: mark } : text] },
  ];
  return { ...request, messages };
}

/** The mark on the last block of the last message. */
function rollingMark({ messages }: MessageCreateParamsBase): CacheControlEphemeral | undefined {
  const content = messages.at(-1)?.content;
  const last = typeof content === 'string' ? undefined : content?.at(-1);
  return last && cacheControl(last);
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
