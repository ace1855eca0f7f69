import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import { totalInputTokens } from '@/lib/usage/usage.ts';

/** What the emulator answers: the text in the pieces in which it streams, and what it counts. */
export interface Reply {
  readonly pieces: readonly string[];
  readonly outputTokens: number;
  readonly stopReason: 'end_turn' | 'max_tokens';
}

const WORDS_A_PIECE = 2;

/** An account of what became of the request, cut where `maxTokens` is used up; `maxTokens` 0 answers nothing. */
export function reply(outcome: CacheOutcome, maxTokens: number, count: (text: string) => number): Reply {
  if (maxTokens === 0) return { pieces: [], outputTokens: 0, stopReason: 'max_tokens' };
  const pieces = piecesOf(account(outcome));
  const whole = count(pieces.join(''));
  if (whole <= maxTokens) return { pieces, outputTokens: whole, stopReason: 'end_turn' };
  let length = 1;
  for (let tooLong = pieces.length; tooLong - length > 1; ) {
    const middle = (length + tooLong) >> 1;
    if (count(pieces.slice(0, middle).join('')) <= maxTokens) length = middle;
    else tooLong = middle;
  }
  return { pieces: pieces.slice(0, length), outputTokens: maxTokens, stopReason: 'max_tokens' };
}

/** 60 to 90 words that follow from the outcome alone. */
function account({ usage, hit, blocks }: CacheOutcome): string {
  const { inputTokens, cacheReadTokens, cacheCreation5mTokens, cacheCreation1hTokens } = usage;
  const created = cacheCreation5mTokens + cacheCreation1hTokens;
  const lifetime =
    cacheCreation1hTokens === 0
      ? 'for five minutes'
      : cacheCreation5mTokens === 0
        ? 'for one hour'
        : `(${tokens(cacheCreation5mTokens)} for five minutes, ${tokens(cacheCreation1hTokens)} for one hour)`;
  return [
    "This is Strata's emulator: no model has read your request, so there is no answer to it, only an account.",
    `It came as ${blocks.length === 1 ? 'one block' : `${blocks.length} blocks`} of ${tokens(totalInputTokens(usage))} in all.`,
    hit ? `The cache held ${tokens(cacheReadTokens)}, up to ${hit.path}.` : 'Nothing of it was in the cache.',
    created > 0
      ? `From there to the last breakpoint, ${tokens(created)} went into the cache ${lifetime}.`
      : hit
        ? 'Nothing had to be added, and what was read lives on from now.'
        : 'Nothing went into it either: no breakpoint marks a prefix that is long enough.',
    `The other ${tokens(inputTokens)} are plain input, paid for each time.`,
    created > 0 || hit
      ? 'Send the same again before the cache runs out, and all that was marked will be read from it.'
      : 'Mark the end of what stays the same, and the next request can read it at a fraction of the price.',
  ].join(' ');
}

const NUMBER = new Intl.NumberFormat('en');

const tokens = (count: number): string => `${NUMBER.format(count)} ${count === 1 ? 'token' : 'tokens'}`;

function piecesOf(text: string): string[] {
  const words = text.match(/\S+\s*/g) ?? [];
  const pieces: string[] = [];
  for (let at = 0; at < words.length; at += WORDS_A_PIECE) pieces.push(words.slice(at, at + WORDS_A_PIECE).join(''));
  return pieces;
}
