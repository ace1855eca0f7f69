import { plainOutcome } from './plain-outcome.ts';
import type { CachePolicy, PolicyCache } from './policy.ts';
import { heldAt, longestShared, type PastPrompt, pastPrompt, remember, tokensThrough } from './prompt-history.ts';
import { ONE_TEXT, promptText, withAnswer } from './prompt-text.ts';
import { unmarkedChain } from './unmarked-chain.ts';

/** What it keeps is kept, and reported, in whole units of so many tokens (api-docs.deepseek.com, news of 2024-08-02). */
const UNIT_TOKENS = 64;

/**
 * DeepSeek's cache on disk (api-docs.deepseek.com/guides/kv_cache, read on 2026-11-21): a prefix is read only where it was kept whole. Kept
 * are the end of each prompt, the end of its answer, and what two prompts were found to have in common. It keeps ends at fixed intervals
 * of long prompts too, but does not say at which: the prediction is the least that is read. There is no price of creation.
 */
export const DEEPSEEK: CachePolicy = {
  id: 'deepseek',
  ignoresMarks: true,
  hasOwnModels: true,
  note: 'DeepSeek keeps more ends of a long prompt than it tells where: this is the least that should be read.',
  chain: (request, options) => unmarkedChain(request, options, ONE_TEXT, 0),
  empty: diskCache([]),
};

/** `kept`: prefixes, each readable as a whole only. */
function diskCache(kept: readonly PastPrompt[]): PolicyCache {
  return {
    evaluate: (chain, request, now) => {
      const prompt = promptText(request, ONE_TEXT);
      const whole = heldAt(kept, request.model, now).filter(({ text }) => prompt.text.startsWith(text));
      const tokens = tokensThrough(prompt, chain, Math.max(0, ...whole.map(({ text }) => text.length)));
      return plainOutcome(chain, tokens - (tokens % UNIT_TOKENS));
    },
    after: (sent) => {
      const { request, sentAt, respondedAt, reply } = sent;
      if (respondedAt === undefined) return diskCache(kept);
      const { text } = promptText(request, ONE_TEXT);
      const held = heldAt(kept, request.model, sentAt);
      const shared = longestShared(held, text);
      const ends = new Set([text.slice(0, shared), text, withAnswer(text, reply)]);
      const keeps = [...ends].filter((each) => each !== '' && !held.some((past) => past.text === each));
      const made = keeps.map((each) => pastPrompt(sent, each, respondedAt));
      return diskCache(made.reduce<readonly PastPrompt[]>(remember, kept));
    },
    // It keeps what is used for hours to days.
    nextExpiry: () => undefined,
  };
}
