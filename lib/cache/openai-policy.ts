import type { FlatBlock } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { commonPrefixLength } from './common-prefix.ts';
import { plainOutcome } from './plain-outcome.ts';
import type { CachePolicy, PolicyCache, SentRequest } from './policy.ts';
import type { ChainOptions, PrefixChain } from './prefix-chain.ts';
import {
  heldAt,
  longestShared,
  type PastPrompt,
  pastPrompt,
  remember,
  tokensThrough,
  withSent,
} from './prompt-history.ts';
import { ONE_TEXT, type PromptText, promptText } from './prompt-text.ts';
import { unmarkedChain } from './unmarked-chain.ts';

/** POLICY-12: prompts from 1,024 tokens on are cached. */
const MINIMUM_TOKENS = 1024;
/** POLICY-12, models before GPT-5.6: hits come in steps of so many tokens. */
const STEP_TOKENS = 128;
/** Assumed: how long an unused prefix stays on models before GPT-5.6; no least time is promised. */
const IDLE_MILLISECONDS = 300_000;
/** POLICY-13, from GPT-5.6 on: the least lifetime, in milliseconds; an entry may last longer. */
const ENTRY_MILLISECONDS = 1_800_000;
/** POLICY-13: entries a request writes, and block ends at which it looks for one. */
const MAX_WRITTEN = 4;
const MAX_MATCHED = 80;

/** Automatic prefix caching of models before GPT-5.6: from 1,024 tokens in steps of 128; creation is free and not reported. */
export const OPENAI_AUTOMATIC: CachePolicy = {
  id: 'openai-automatic',
  ignoresMarks: true,
  chain,
  empty: automaticCache([]),
};

/**
 * Caching from GPT-5.6 on, in its implicit mode: the end of the prompt and the latest three marks are written, to the token; creation
 * is billed. Entries are looked for at the latest 80 block ends: the documentation does not say which ends it means (assumed).
 */
export const OPENAI_BREAKPOINTS: CachePolicy = {
  id: 'openai-breakpoints',
  chain,
  empty: breakpointCache([], endAndMarks),
};

/** Caching from GPT-5.6 on, in its explicit mode: the latest four marks are written and nothing else; without a mark nothing is cached. */
export const OPENAI_EXPLICIT: CachePolicy = {
  id: 'openai-explicit',
  chain,
  empty: breakpointCache([], marksAlone),
};

function chain(request: MessageCreateParamsBase, options: ChainOptions): PrefixChain {
  return unmarkedChain(request, options, ONE_TEXT, MINIMUM_TOKENS);
}

function automaticCache(prompts: readonly PastPrompt[]): PolicyCache {
  return {
    evaluate: (chain, request, now) => {
      const prompt = promptText(request, ONE_TEXT);
      const shared = longestShared(heldAt(prompts, request.model, now, IDLE_MILLISECONDS), prompt.text);
      const tokens = tokensThrough(prompt, chain, shared);
      return plainOutcome(chain, tokens < MINIMUM_TOKENS ? 0 : tokens - ((tokens - MINIMUM_TOKENS) % STEP_TOKENS));
    },
    after: (sent) => {
      const { text } = promptText(sent.request, ONE_TEXT);
      const used = refreshed(prompts, sent, text, IDLE_MILLISECONDS);
      return automaticCache(totalTokens(sent) < MINIMUM_TOKENS ? used : withSent(used, sent, ONE_TEXT));
    },
    nextExpiry: (now) => nextEnd(prompts, now, IDLE_MILLISECONDS),
  };
}

function breakpointCache(prompts: readonly PastPrompt[], writtenEnds: WrittenEnds): PolicyCache {
  return {
    evaluate: (chain, request, now) => {
      const prompt = promptText(request, ONE_TEXT);
      const ends = writtenEnds(prompt);
      if (ends.length === 0) return plainOutcome(chain, 0);
      const held = heldAt(prompts, request.model, now, ENTRY_MILLISECONDS);
      const shared = held.map((each) => ({ each, units: commonPrefixLength(each.text, prompt.text) }));
      const hit = prompt.ends
        .slice(-MAX_MATCHED)
        .findLast(({ end }) => shared.some(({ each, units }) => end <= units && each.entryEnds?.includes(end)));
      const read = hit ? tokensThrough(prompt, chain, hit.end) : 0;
      const written = ends.map((end) => tokensThrough(prompt, chain, end));
      return plainOutcome(chain, read, Math.max(read, ...written.filter((end) => end >= MINIMUM_TOKENS)));
    },
    after: (sent) => {
      const prompt = promptText(sent.request, ONE_TEXT);
      const used = refreshed(prompts, sent, prompt.text, ENTRY_MILLISECONDS);
      if (sent.respondedAt === undefined) return breakpointCache(used, writtenEnds);
      const entryEnds = writtenEnds(prompt).filter((end) => sentTokens(sent, prompt, end) >= MINIMUM_TOKENS);
      const past = { ...pastPrompt(sent, prompt.text, sent.respondedAt), entryEnds };
      return breakpointCache(remember(used, past), writtenEnds);
    },
    nextExpiry: (now) => nextEnd(prompts, now, ENTRY_MILLISECONDS),
  };
}

/** Where a request writes entries, in UTF-16 units of its prompt. */
type WrittenEnds = (prompt: PromptText) => number[];

/** The latest marks. */
function marksAlone({ ends }: PromptText): number[] {
  return ends.flatMap(({ block, end }) => (isMarked(block) ? [end] : [])).slice(-MAX_WRITTEN);
}

/** The end of the prompt, and the latest marks in front of it. */
function endAndMarks({ ends }: PromptText): number[] {
  const marked = ends.slice(0, -1).filter(({ block }) => isMarked(block));
  return [...marked.slice(1 - MAX_WRITTEN), ...ends.slice(-1)].map(({ end }) => end);
}

/** It carries a mark where OpenAI's interfaces have a place for one: what tools and calls carry is left out (BACK-36). */
const isMarked = ({ level, value, breakpoint }: FlatBlock): boolean =>
  breakpoint !== undefined && level !== 'tools' && value.type !== 'tool_use';

const totalTokens = ({ outcome }: SentRequest): number => outcome.blocks.reduce((sum, { tokens }) => sum + tokens, 0);

/** Tokens up to a block's end, as they were counted when the request was sent. */
function sentTokens({ outcome }: SentRequest, { ends }: PromptText, end: number): number {
  const through = new Set(ends.filter((each) => each.end <= end).map(({ block }) => block.path));
  return outcome.blocks.reduce((sum, { path, tokens }) => sum + (through.has(path) ? tokens : 0), 0);
}

/** Being read keeps a prompt: every one that shares what was read starts its time again. */
function refreshed(prompts: readonly PastPrompt[], sent: SentRequest, text: string, lifetime: number): PastPrompt[] {
  const { request, outcome, sentAt } = sent;
  if (outcome.usage.cacheReadTokens === 0) return [...prompts];
  const held = new Set(heldAt(prompts, request.model, sentAt, lifetime));
  const shared = longestShared([...held], text);
  return prompts.map((each) =>
    held.has(each) && commonPrefixLength(each.text, text) >= shared ? { ...each, usedAt: sentAt } : each,
  );
}

function nextEnd(prompts: readonly PastPrompt[], now: number, lifetime: number): number | undefined {
  const ends = prompts.map(({ usedAt }) => usedAt + lifetime).filter((end) => end > now);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
