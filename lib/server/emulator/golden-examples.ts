import { type GoldenExample, leveled, many, mixed, never, OPUS, simple, twice, user } from './golden-request.ts';
import { GOLDEN_SESSIONS } from './golden-sessions.ts';

/** The worked examples that are about one request and the next, under their numbers; built when asked for. */
const SIMPLE_EXAMPLES: readonly (() => GoldenExample)[] = [
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
      {
        at: 0,
        request: simple(OPUS, 6_000, 500),
        input: 500,
        creation: 6_000,
        read: 0,
        cost: { nanodollars: 32_000_000 },
      },
      {
        at: 10,
        request: simple(OPUS, 6_000, 700),
        input: 700,
        creation: 0,
        read: 6_000,
        cost: { nanodollars: 4_000_000 },
      },
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
      {
        at: 10,
        request: mixed(true),
        input: 300,
        creation: 16_000,
        read: 8_000,
        long: 12_000,
        cost: { nanodollars: 118_800_000 },
      },
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

/** Every worked example of the caching rules. */
export const GOLDEN_EXAMPLES: readonly (() => GoldenExample)[] = [...SIMPLE_EXAMPLES, ...GOLDEN_SESSIONS];
