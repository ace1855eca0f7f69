import { commonPrefixLength } from './common-prefix.ts';
import type { SentRequest } from './policy.ts';
import type { PrefixChain } from './prefix-chain.ts';
import { type PromptText, promptText, type ServerTraits, withAnswer } from './prompt-text.ts';

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

export const pastPrompt = ({ request, sentAt }: SentRequest, text: string, readableAt: number): PastPrompt => ({
  model: request.model,
  text,
  readableAt,
  usedAt: sentAt,
});

/** The prompts after a request to a server that keeps prompts with their answers; one that was never answered is not among them. */
export function withSent(
  prompts: readonly PastPrompt[],
  sent: SentRequest,
  traits: ServerTraits,
): readonly PastPrompt[] {
  if (sent.respondedAt === undefined) return prompts;
  const text = withAnswer(promptText(sent.request, traits).text, sent.reply);
  return remember(prompts, pastPrompt(sent, text, sent.respondedAt));
}

/** The prompts of a model that can be read now; an unused one is kept for `lifetime` milliseconds. */
export const heldAt = (
  prompts: readonly PastPrompt[],
  model: string,
  now: number,
  lifetime = Number.POSITIVE_INFINITY,
): PastPrompt[] =>
  prompts.filter((each) => each.model === model && each.readableAt <= now && now < each.usedAt + lifetime);

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
