import { plainOutcome } from './plain-outcome.ts';
import type { CachePolicy, PolicyCache } from './policy.ts';
import { longestShared, type PastPrompt, remember, tokensThrough } from './prompt-history.ts';
import { promptText, type ServerTraits, withAnswer } from './prompt-text.ts';
import { unmarkedChain } from './unmarked-chain.ts';

/** Chat completions, with the system prompt as one text; the header is text like any other. */
const TRAITS: ServerTraits = { header: 'kept', systemJoin: '' };

/** What it keeps is kept, and reported, in whole units of so many tokens (api-docs.deepseek.com, news of 2024-08-02). */
const UNIT_TOKENS = 64;

/**
 * DeepSeek's cache on disk (api-docs.deepseek.com/guides/kv_cache, read on 2026-11-21): a prefix is read only where it was kept whole. Kept
 * are the end of each prompt, the end of its answer, and what two prompts were found to have in common. It keeps ends at fixed intervals
 * of long prompts too, but does not say at which: the prediction is the least that is read. There is no price of creation.
 */
export const DEEPSEEK: CachePolicy = {
  id: 'deepseek',
  note: 'DeepSeek keeps more ends of a long prompt than it tells where: this is the least that should be read.',
  chain: (request, options) => unmarkedChain(request, options, TRAITS, 0),
  empty: diskCache([]),
};

/** `kept`: prefixes, each readable as a whole only. */
function diskCache(kept: readonly PastPrompt[]): PolicyCache {
  return {
    evaluate: (chain, request, now) => {
      const prompt = promptText(request, TRAITS);
      const whole = readable(kept, request.model, now).filter(({ text }) => prompt.text.startsWith(text));
      const tokens = tokensThrough(prompt, chain, Math.max(0, ...whole.map(({ text }) => text.length)));
      return plainOutcome(chain, tokens - (tokens % UNIT_TOKENS));
    },
    after: ({ request, sentAt, respondedAt, reply }) => {
      if (respondedAt === undefined) return diskCache(kept);
      const { text } = promptText(request, TRAITS);
      const held = readable(kept, request.model, sentAt);
      const shared = longestShared(held, text);
      const ends = new Set([text.slice(0, shared), text, withAnswer(text, reply)]);
      const keeps = [...ends].filter((each) => each !== '' && !held.some((past) => past.text === each));
      const made = keeps.map((each) => ({ model: request.model, text: each, readableAt: respondedAt, usedAt: sentAt }));
      return diskCache(made.reduce<readonly PastPrompt[]>(remember, kept));
    },
    // It keeps what is used for hours to days.
    nextExpiry: () => undefined,
  };
}

const readable = (kept: readonly PastPrompt[], model: string, now: number): PastPrompt[] =>
  kept.filter((each) => each.model === model && each.readableAt <= now);
