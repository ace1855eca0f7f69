import { plainOutcome } from './plain-outcome.ts';
import type { CachePolicy, PolicyCache } from './policy.ts';
import { heldAt, longestShared, type PastPrompt, tokensThrough, withSent } from './prompt-history.ts';
import { ONE_TEXT, promptText } from './prompt-text.ts';
import { unmarkedChain } from './unmarked-chain.ts';

/** The least that is cached, in tokens, by the beginning of a model's name (ai.google.dev/gemini-api/docs/caching, as of 2026-10-13). */
const MINIMUMS: readonly (readonly [name: string, tokens: number])[] = [
  ['gemini-2.5-', 2048],
  ['gemini-3', 4096],
  ['gemini-4', 4096],
];

/** Of a model that the page does not name, the highest of its figures. */
const OTHER_MINIMUM = 4096;

/**
 * Gemini's implicit caching: a prefix that an earlier prompt had too, from a minimum on; creation is free and not reported. Google
 * promises no hit, and tells neither steps nor lifetime: the prediction is the most that is read (assumed: to the token).
 */
export const GEMINI: CachePolicy = {
  id: 'gemini',
  ignoresMarks: true,
  note: 'Google promises no hit of its implicit cache, nor says how long it lasts: this is the most that can be read.',
  chain: (request, options) => unmarkedChain(request, options, ONE_TEXT, minimumOf(request.model)),
  empty: implicitCache([]),
};

function implicitCache(prompts: readonly PastPrompt[]): PolicyCache {
  return {
    evaluate: (chain, request, now) => {
      const prompt = promptText(request, ONE_TEXT);
      const shared = longestShared(heldAt(prompts, request.model, now), prompt.text);
      const tokens = tokensThrough(prompt, chain, shared);
      return plainOutcome(chain, tokens < minimumOf(request.model) ? 0 : Math.min(tokens, chain.totalTokens - 1));
    },
    after: (sent) => implicitCache(withSent(prompts, sent, ONE_TEXT)),
    nextExpiry: () => undefined,
  };
}

/** By the name alone, whoever serves it: `models/gemini-…`, `google/gemini-…`. */
function minimumOf(model: string): number {
  const name = model.slice(model.lastIndexOf('/') + 1);
  return MINIMUMS.find(([beginning]) => name.startsWith(beginning))?.[1] ?? OTHER_MINIMUM;
}
