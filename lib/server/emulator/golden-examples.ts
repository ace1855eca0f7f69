import type {
  MessageCreateParamsNonStreaming,
  TextBlockParam,
  Tool,
  ToolUnion,
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
}

export interface GoldenExample {
  readonly title: string;
  readonly steps: readonly GoldenStep[];
}

const OPUS = 'claude-opus-5-5';
const familyOf = (model: string) => findModel(model)?.tokenizer ?? 'claude-new';
const frameOf = (model: string) => messageFrameTokens(familyOf(model), model);
const TOOL_PROMPT = findModel(OPUS)?.toolPromptTokens?.auto ?? 0;

type Mark = '5m' | '1h' | undefined;
const control = (mark: Mark) => (mark ? { cache_control: { type: 'ephemeral' as const, ttl: mark } } : {});

const block = (tokens: number, model: string, mark?: Mark, seed?: string): TextBlockParam => ({
  type: 'text',
  text: exactText(tokens, familyOf(model), seed ? { seed } : {}),
  ...control(mark),
});

/** Messages as one user message, whose first block also carries the frame. */
function user(model: string, blocks: readonly { tokens: number; mark?: Mark; seed?: string }[]) {
  const content = blocks.map(({ tokens, mark, seed }, index) =>
    block(tokens - (index === 0 ? frameOf(model) : 0), model, mark, seed),
  );
  return [{ role: 'user' as const, content }];
}

/** A marked system prompt and an unmarked question. */
function simple(model: string, system: number, question: number, seed?: string): MessageCreateParamsNonStreaming {
  return {
    model,
    max_tokens: 1,
    system: [block(system, model, '5m')],
    messages: user(model, [{ tokens: question, ...(seed && { seed }) }]),
  };
}

function tool(tokens: number, mark?: Mark, seed?: string): Tool {
  const made = (description: string): Tool => ({ name: 'read_file', description, input_schema: { type: 'object' } });
  const wrap = (text: string) => JSON.stringify(made(text));
  return { ...made(exactText(tokens, familyOf(OPUS), { wrap, ...(seed && { seed }) })), ...control(mark) };
}

const many = (count: number, marks: readonly number[], seed?: string): MessageCreateParamsNonStreaming => ({
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

function leveled(change: { choice?: 'none'; system?: string; tool?: string; unmarkedTool?: true } = {}) {
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
const mixed = (withRest: boolean): MessageCreateParamsNonStreaming => ({
  model: OPUS,
  max_tokens: 1,
  tools: [tool(4_000)],
  system: [block(4_000 - TOOL_PROMPT, OPUS, '1h')],
  messages: withRest
    ? user(OPUS, [{ tokens: 12_000, mark: '1h' }, { tokens: 4_000, mark: '5m' }, { tokens: 300 }])
    : user(OPUS, [{ tokens: 20, seed: 'Hello. ' }]),
});

const twice = (request: MessageCreateParamsNonStreaming, input: number, cached: number): GoldenStep[] => [
  { at: 0, request, input, creation: cached, read: 0 },
  { at: 10, request, input, creation: 0, read: cached },
];

const never = (request: MessageCreateParamsNonStreaming, input: number): GoldenStep[] =>
  [0, 10].map((at) => ({ at, request, input, creation: 0, read: 0 }));

/** The worked examples of the caching rules that are due, under their numbers; built when asked for. */
export const GOLDEN_EXAMPLES: readonly (() => GoldenExample)[] = [
  () => ({ title: 'example 1: a long system prompt, twice', steps: twice(simple(OPUS, 188_086, 21), 21, 188_086) }),
  () => ({
    title: 'example 2: 100,000 cached and 50 new',
    steps: [
      { at: 0, request: simple(OPUS, 100_000, 30), input: 30, creation: 100_000, read: 0 },
      { at: 10, request: simple(OPUS, 100_000, 50, 'Another question. '), input: 50, creation: 0, read: 100_000 },
    ],
  }),
  () => ({ title: 'example 3: a cached document, a question', steps: twice(simple(OPUS, 200_000, 50), 50, 200_000) }),
  () => ({
    title: 'example 4: pre-warm with max_tokens 0',
    steps: [
      { at: 0, request: { ...simple(OPUS, 5_120, 8), max_tokens: 0 }, input: 8, creation: 5_120, read: 0 },
      { at: 10, request: simple(OPUS, 5_120, 60), input: 60, creation: 0, read: 5_120 },
    ],
  }),
  () => ({
    title: 'example 8: the lookback of 20 positions',
    steps: [
      { at: 0, request: many(10, [10]), input: 0, creation: 1_000, read: 0 },
      { at: 10, request: many(15, [15]), input: 0, creation: 500, read: 1_000 },
      { at: 20, request: many(35, [35]), input: 0, creation: 3_500, read: 0 },
      { at: 30, request: many(35, [15, 35], 'Other. '), input: 0, creation: 3_500, read: 0 },
    ],
  }),
  () => ({
    title: 'example 8: a second mark at 15 repairs it',
    steps: [
      { at: 0, request: many(10, [10]), input: 0, creation: 1_000, read: 0 },
      { at: 10, request: many(15, [15]), input: 0, creation: 500, read: 1_000 },
      { at: 20, request: many(35, [15, 35]), input: 0, creation: 2_000, read: 1_500 },
    ],
  }),
  () => ({
    title: 'example 9: a mark on a block that holds the time',
    steps: [0, 60, 120].map((at) => ({
      at,
      request: {
        model: OPUS,
        max_tokens: 1,
        messages: user(OPUS, [
          ...Array.from({ length: 5 }, () => ({ tokens: 1_000 })),
          { tokens: 40, mark: '5m', seed: `Minute ${at / 60}. ` },
        ]),
      },
      input: 0,
      creation: 5_040,
      read: 0,
    })),
  }),
  () => ({
    title: 'example 14: a marked system prompt and growing questions',
    steps: [
      { at: 0, request: simple(OPUS, 6_000, 500), input: 500, creation: 6_000, read: 0 },
      { at: 10, request: simple(OPUS, 6_000, 700), input: 700, creation: 0, read: 6_000 },
    ],
  }),
  ...(['claude-opus-4-7', 'claude-sonnet-4-6', 'claude-opus-5-5'] as const).map((model) => () => ({
    title: `example 15: 3,000 tokens reach the minimum of ${model}`,
    steps: twice(simple(model, 3_000, 200), 200, 3_000),
  })),
  () => ({
    title: 'example 15: 3,000 tokens stay below the minimum of claude-haiku-4-5',
    steps: never(simple('claude-haiku-4-5', 3_000, 200), 3_200),
  }),
  () => ({ title: 'example 15: 900 tokens reach 512', steps: twice(simple(OPUS, 900, 200), 200, 900) }),
  ...(['claude-opus-4-7', 'claude-sonnet-4-6', 'claude-haiku-4-5'] as const).map((model) => () => ({
    title: `example 15: 900 tokens stay below the minimum of ${model}`,
    steps: never(simple(model, 900, 200), 1_100),
  })),
  () => ({
    title: 'example 16: 1h and 5m in one request',
    steps: [
      { at: 0, request: mixed(false), input: 20, creation: 8_000, read: 0, long: 8_000 },
      { at: 10, request: mixed(true), input: 300, creation: 16_000, read: 8_000, long: 12_000 },
    ],
  }),
  () => ({
    title: 'example 19: the TTL counts from the start of the request, and a read starts it again',
    steps: [
      { at: 0, request: simple(OPUS, 6_000, 500), input: 500, creation: 6_000, read: 0 },
      { at: 290, request: simple(OPUS, 6_000, 500), input: 500, creation: 0, read: 6_000 },
      { at: 589, request: simple(OPUS, 6_000, 500), input: 500, creation: 0, read: 6_000 },
      { at: 889, request: simple(OPUS, 6_000, 500), input: 500, creation: 6_000, read: 0 },
    ],
  }),
  () => ({
    title: 'example 19: ten seconds past the TTL everything is written again',
    steps: [
      { at: 0, request: simple(OPUS, 6_000, 500), input: 500, creation: 6_000, read: 0 },
      { at: 310, request: simple(OPUS, 6_000, 500), input: 500, creation: 6_000, read: 0 },
    ],
  }),
  ...(
    [
      ['tool_choice auto to none keeps tools and system', { choice: 'none' }, 10_000],
      ['an edit of the system prompt keeps the tools', { system: 'Edited. ' }, 4_000],
      ['an edit of a tool keeps nothing', { tool: 'Edited. ' }, 0],
    ] as const
  ).map(([title, change, read]) => () => ({
    title: `example 21: ${title}`,
    steps: [
      { at: 0, request: leveled(), input: 0, creation: 25_000, read: 0 },
      { at: 10, request: leveled(change), input: 0, creation: 25_000 - read, read },
    ],
  })),
  () => ({
    title: 'example 21: without the mark on the tools, an edit of the system prompt keeps nothing',
    steps: [
      { at: 0, request: leveled({ unmarkedTool: true }), input: 0, creation: 25_000, read: 0 },
      { at: 10, request: leveled({ unmarkedTool: true, system: 'Edited. ' }), input: 0, creation: 25_000, read: 0 },
    ],
  }),
];
