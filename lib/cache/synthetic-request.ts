import type { Ttl } from '@/lib/request/flatten-request.ts';
import type { ContentBlockParam, MessageCreateParamsBase, TextBlockParam, ToolUnion } from '@/lib/request/wire.ts';
import type { InputUsage } from '@/lib/usage/usage.ts';
import { applyOutcome, type CacheState, EMPTY_CACHE } from './cache-state.ts';
import { evaluateMessages } from './messages-policy.ts';
import { type ChainOptions, prefixChain } from './prefix-chain.ts';

/** Test support. Counts what a text says of itself: `n=188086` is 188,086 tokens, anything else nothing. */
export const syntheticCount = (text: string): number =>
  [...text.matchAll(/n=(\d+)/g)].reduce((sum, [, digits]) => sum + Number(digits), 0);

const marked = (mark: Ttl | undefined) => (mark ? { cache_control: { type: 'ephemeral', ttl: mark } as const } : {});

/** A text block of so many tokens; `words` tells it from another of the same size. */
export const text = (tokens: number, mark?: Ttl, words = ''): TextBlockParam => ({
  type: 'text',
  text: `${words} n=${tokens}`,
  ...marked(mark),
});

export const tool = (tokens: number, mark?: Ttl, name = 'tool'): ToolUnion => ({
  name,
  description: `n=${tokens}`,
  input_schema: { type: 'object' },
  ...marked(mark),
});

export const toolUse = (tokens: number, id: string): ContentBlockParam => ({
  type: 'tool_use',
  id,
  name: 'tool',
  input: { size: `n=${tokens}` },
});

export const toolResult = (tokens: number, id: string, mark?: Ttl): ContentBlockParam => ({
  type: 'tool_result',
  tool_use_id: id,
  content: `n=${tokens}`,
  ...marked(mark),
});

/** A result of several texts of so many tokens each, the marks on the texts. */
export const toolResultParts = (
  sizes: readonly number[],
  id: string,
  marks: readonly (Ttl | undefined)[],
): ContentBlockParam => ({
  type: 'tool_result',
  tool_use_id: id,
  content: sizes.map((size, index) => text(size, marks[index])),
});

export const thinking = (tokens: number, words = ''): ContentBlockParam => ({
  type: 'thinking',
  thinking: `${words} n=${tokens}`,
  signature: 's',
});

/** A conversation: user and assistant in turn, each with its blocks. */
export const turns = (...contents: ContentBlockParam[][]): MessageCreateParamsBase['messages'] =>
  contents.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content }));

/** `[input, creation, read]`, as the examples of the caching rules write usage. */
export const figures = (usage: InputUsage): [number, number, number] => [
  usage.inputTokens,
  usage.cacheCreation5mTokens + usage.cacheCreation1hTokens,
  usage.cacheReadTokens,
];

/** A workspace's cache over time; requests are sent in order of `at` (milliseconds) and answered `delay` later, or refused. */
export function cacheSession(options: ChainOptions) {
  let state: CacheState = EMPTY_CACHE;
  return {
    send(request: Partial<MessageCreateParamsBase>, at = 0, delay: number | 'refused' = 0): InputUsage {
      const whole = { model: 'synthetic', max_tokens: 1, messages: [], ...request };
      const outcome = evaluateMessages(prefixChain(whole, options), (key) => state.get(key), at, options.rules);
      state = applyOutcome(state, outcome, at, delay === 'refused' ? undefined : at + delay);
      return outcome.usage;
    },
  };
}
