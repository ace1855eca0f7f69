import type {
  MessageCreateParamsNonStreaming,
  TextBlockParam,
  Tool,
  ToolResultBlockParam,
  ToolUnion,
  ToolUseBlockParam,
} from '@anthropic-ai/sdk/resources/messages';
import { findModel } from '@/lib/pricing/model-card.ts';
import { messageFrameTokens } from '@/lib/tokens/overhead.ts';
import { exactText } from './exact-text.ts';

/** One request of a worked example of the caching rules: when it starts, and the usage it must be answered with. */
export interface GoldenStep {
  /** Seconds since the example began. */
  readonly at: number;
  readonly request: MessageCreateParamsNonStreaming;
  readonly input: number;
  readonly creation: number;
  readonly read: number;
  /** How creation splits into 5m and 1h; all 5m where it is left out. */
  readonly long?: number;
  /** Milliseconds until the answer begins. */
  readonly answersAfter?: number;
  /** What the request costs in nanodollars, `output` tokens of its answer included (0 unless told). */
  readonly cost?: { readonly nanodollars: number; readonly output?: number };
  /** Ask for a diagnosis against the answer before; `undefined` in it expects none. */
  readonly diagnosis?: { readonly expected: { readonly type: string; readonly missed: number } | undefined };
}

export interface GoldenExample {
  readonly title: string;
  readonly steps: readonly GoldenStep[];
  /** What all steps together cost, in nanodollars, without their answers. */
  readonly totalCost?: number;
}

export const OPUS = 'claude-opus-5-5';
const familyOf = (model: string) => findModel(model)?.tokenizer ?? 'claude-new';
export const frameOf = (model: string) => messageFrameTokens(familyOf(model), model);
export const TOOL_PROMPT = findModel(OPUS)?.toolPromptTokens?.auto ?? 0;

type Mark = '5m' | '1h' | undefined;
const control = (mark: Mark) => (mark ? { cache_control: { type: 'ephemeral' as const, ttl: mark } } : {});

const known = new Map<string, string>();

/** A text of so many tokens, made once. */
function sized(tokens: number, model: string, seed = ''): string {
  const key = `${familyOf(model)} ${tokens} ${seed}`;
  const text = known.get(key) ?? exactText(tokens, familyOf(model), seed ? { seed } : {});
  known.set(key, text);
  return text;
}

export const block = (tokens: number, model: string, mark?: Mark, seed?: string): TextBlockParam => ({
  type: 'text',
  text: sized(tokens, model, seed),
  ...control(mark),
});

/** Messages as one user message, whose first block also carries the frame. */
export function user(model: string, blocks: readonly { tokens: number; mark?: Mark; seed?: string }[]) {
  const content = blocks.map(({ tokens, mark, seed }, index) =>
    block(tokens - (index === 0 ? frameOf(model) : 0), model, mark, seed),
  );
  return [{ role: 'user' as const, content }];
}

/** A marked system prompt and an unmarked question. */
export function simple(
  model: string,
  system: number,
  question: number,
  seed?: string,
): MessageCreateParamsNonStreaming {
  return {
    model,
    max_tokens: 1,
    system: [block(system, model, '5m')],
    messages: user(model, [{ tokens: question, ...(seed && { seed }) }]),
  };
}

export function tool(tokens: number, mark?: Mark, seed?: string): Tool {
  const made = (description: string): Tool => ({ name: 'read_file', description, input_schema: { type: 'object' } });
  const wrap = (text: string) => JSON.stringify(made(text));
  return { ...made(exactText(tokens, familyOf(OPUS), { wrap, ...(seed && { seed }) })), ...control(mark) };
}

export const many = (count: number, marks: readonly number[], seed?: string): MessageCreateParamsNonStreaming => ({
  model: OPUS,
  max_tokens: 1,
  messages: user(
    OPUS,
    Array.from({ length: count }, (_, index) => ({
      tokens: 100,
      ...(marks.includes(index + 1) && { mark: '5m' as const }),
      ...(seed && { seed }),
    })),
  ),
});

export function leveled(change: { choice?: 'none'; system?: string; tool?: string; unmarkedTool?: true } = {}) {
  return {
    model: OPUS,
    max_tokens: 1,
    tools: [tool(4_000, change.unmarkedTool ? undefined : '5m', change.tool)] as ToolUnion[],
    tool_choice: { type: change.choice ?? ('auto' as const) },
    system: [block(6_000 - TOOL_PROMPT, OPUS, '5m', change.system)],
    messages: user(OPUS, [{ tokens: 15_000, mark: '5m' }]),
  };
}

/** Example 16: tools and system, a document, the history, a question. */
export const mixed = (withRest: boolean): MessageCreateParamsNonStreaming => ({
  model: OPUS,
  max_tokens: 1,
  tools: [tool(4_000)],
  system: [block(4_000 - TOOL_PROMPT, OPUS, '1h')],
  messages: withRest
    ? user(OPUS, [{ tokens: 12_000, mark: '1h' }, { tokens: 4_000, mark: '5m' }, { tokens: 300 }])
    : user(OPUS, [{ tokens: 20, seed: 'Hello. ' }]),
});

export const twice = (request: MessageCreateParamsNonStreaming, input: number, cached: number): GoldenStep[] => [
  { at: 0, request, input, creation: cached, read: 0 },
  { at: 10, request, input, creation: 0, read: cached },
];

export const never = (request: MessageCreateParamsNonStreaming, input: number): GoldenStep[] =>
  [0, 10].map((at) => ({ at, request, input, creation: 0, read: 0 }));

/** Calls of a tool, each of so many tokens as its JSON. */
export const calls = (ids: readonly string[], tokens: number): ToolUseBlockParam[] =>
  ids.map((id) => {
    const made = (text: string): ToolUseBlockParam => ({ type: 'tool_use', id, name: 'read_file', input: { text } });
    return made(exactText(tokens, familyOf(OPUS), { wrap: (text) => JSON.stringify(made(text)) }));
  });

export const results = (ids: readonly string[], tokens: number, markLast?: Mark): ToolResultBlockParam[] =>
  ids.map((tool_use_id, index) => ({
    type: 'tool_result',
    tool_use_id,
    content: sized(tokens, OPUS),
    ...(index === ids.length - 1 ? control(markLast) : {}),
  }));
