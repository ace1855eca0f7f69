import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import { totalInputTokens } from '@/lib/usage/usage.ts';

/** 60 to 90 words that follow from the outcome alone. */
export function account({ usage, hit, blocks }: CacheOutcome): string {
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
    inputTokens > 0
      ? `The other ${tokens(inputTokens)} ${inputTokens === 1 ? 'is' : 'are'} plain input, paid for each time.`
      : 'The last breakpoint is at the end, so that none of it is plain input.',
    created > 0 || hit
      ? 'Send the same again before the cache runs out, and all that was marked will be read from it.'
      : 'Mark the end of what stays the same, and the next request can read it at a fraction of the price.',
  ].join(' ');
}

/** Whole numbers as English groups them; `Intl` takes twenty times as long, and this is in every answer. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

const tokens = (count: number): string => `${grouped(count)} ${count === 1 ? 'token' : 'tokens'}`;
