import { commonPrefixLength } from './common-prefix.ts';
import type { PrefixChain } from './prefix-chain.ts';
import type { PromptText } from './prompt-text.ts';

/** An earlier prompt with its answer, as a server keeps it. Times are epoch milliseconds. */
export interface PastPrompt {
  readonly model: string;
  readonly text: string;
  readonly readableAt: number;
  readonly usedAt: number;
  /** Where entries end in `text`, for servers that keep entries and not everything. */
  readonly entryEnds?: readonly number[];
}

/** How many prompts are kept: a bound on the work of a prediction; real servers keep what fits their memory. */
const MAX_PROMPTS = 64;

/** The newest prompts with one more. */
export const remember = (prompts: readonly PastPrompt[], prompt: PastPrompt): PastPrompt[] =>
  [...prompts, prompt].slice(-MAX_PROMPTS);

/** Tokens of the first `units` of a prompt: whole blocks, and of the block in which it ends its even share, rounded down. */
export function tokensThrough(prompt: PromptText, chain: PrefixChain, units: number): number {
  let tokens = 0;
  for (const [index, { start, end }] of prompt.ends.entries()) {
    const position = chain.positions[index];
    if (!position) break;
    if (units < end) return tokens + Math.floor((position.tokens * Math.max(0, units - start)) / (end - start));
    tokens = position.end;
  }
  return tokens;
}

/** The most any of these prompts has in common with `text`, in UTF-16 units. */
export function longestShared(prompts: readonly PastPrompt[], text: string): number {
  return prompts.reduce((most, prompt) => Math.max(most, commonPrefixLength(prompt.text, text)), 0);
}
