import type { MessageCreateParamsNonStreaming, MessageParam } from '@anthropic-ai/sdk/resources/messages';
import {
  block,
  calls,
  frameOf,
  type GoldenExample,
  type GoldenStep,
  OPUS,
  results,
  simple,
  TOOL_PROMPT,
  tool,
  user,
} from './golden-request.ts';

const base = (model: string) => ({ model, max_tokens: 1 });
const MINUTE = 60;
const says = (role: 'user' | 'assistant', tokens: number, model: string, seed: string): MessageParam => ({
  role,
  content: [block(tokens, model, undefined, seed)],
});

/** Example 10: user and assistant in turn, the frame in the first message. */
function spoken(sizes: readonly number[]): MessageCreateParamsNonStreaming {
  const messages = sizes.map((tokens, index) =>
    says(index % 2 ? 'assistant' : 'user', tokens - (index === 0 ? frameOf(OPUS) : 0), OPUS, `Turn ${index}. `),
  );
  return { ...base(OPUS), cache_control: { type: 'ephemeral' }, system: [block(2_000, OPUS)], messages };
}

/** Example 11: tools, instructions, retrieved text and conversation, a mark behind each. */
function fourMarks(rag: string, said: string, goesOn = false): MessageCreateParamsNonStreaming {
  const conversation = user(OPUS, [{ tokens: 1_000, mark: '5m', seed: said }]);
  return {
    ...base(OPUS),
    tools: [tool(3_000, '5m')],
    system: [block(5_000 - TOOL_PROMPT, OPUS, '5m'), block(8_000, OPUS, '5m', rag)],
    messages: goesOn
      ? [...conversation, says('assistant', 40, OPUS, 'Well. '), says('user', 40, OPUS, 'And? ')]
      : conversation,
  };
}

/** Example 13: a prefix that all share, and a block of one's own. */
const probe = (own?: string): MessageCreateParamsNonStreaming => {
  const model = 'claude-sonnet-5';
  const shared = block(27_725, model, '1h');
  return {
    ...base(model),
    system: own ? [shared, block(30_111, model, '5m', own)] : [shared],
    messages: user(model, [{ tokens: 30 }]),
  };
};

/** Example 17: six blocks, then, in the second request, a call of 30 tools at once and their results. */
function parallel(isAnswered: boolean): MessageCreateParamsNonStreaming {
  const ids = Array.from({ length: 30 }, (_, index) => `call-${index}`);
  const first = user(
    OPUS,
    Array.from({ length: 6 }, (_, index) => ({
      tokens: 500,
      ...(index === 5 && !isAnswered && { mark: '5m' as const }),
    })),
  );
  const answered: MessageParam[] = [
    { role: 'assistant', content: [block(20, OPUS), ...calls(ids, 60)] },
    { role: 'user', content: results(ids, 100, '5m') },
  ];
  return { ...base(OPUS), messages: isAnswered ? [...first, ...answered] : first };
}

/** Example 18: 40,000 tokens, then rounds of one call and its result in one request. */
function rounds(count: number, extra: number, systemMark?: '5m'): MessageCreateParamsNonStreaming {
  const marked = count === 0;
  const asked = user(OPUS, [{ tokens: 28_000, ...(marked && { mark: '5m' as const }) }]);
  const rest = Array.from({ length: count }, (_, index): MessageParam[] => [
    { role: 'assistant', content: calls([`${index}`], 100) },
    { role: 'user', content: results([`${index}`], 200, index === count - 1 && extra === 0 ? '5m' : undefined) },
  ]).flat();
  const tail: MessageParam[] = extra > 0 ? [{ role: 'user', content: [block(extra, OPUS, '5m')] }] : [];
  return { ...base(OPUS), system: [block(12_000, OPUS, systemMark)], messages: [...asked, ...rest, ...tail] };
}

/** Example 25: an agent that says 2,000 tokens a turn behind a prefix of 40,000, the mark always on the last block. */
function loopTurn(model: string, turn: number): MessageCreateParamsNonStreaming {
  const messages = Array.from({ length: turn }, (_, index): MessageParam => {
    const tokens = 2_000 - (index === 0 ? frameOf(model) : 0);
    return { role: 'user', content: [block(tokens, model, index === turn - 1 ? '5m' : undefined, `Turn ${index}. `)] };
  });
  return { ...base(model), system: [block(40_000, model)], messages };
}

const thinkingAsk = (budget: number, rest: number): MessageCreateParamsNonStreaming => {
  const model = 'claude-sonnet-4-6';
  const messages = user(model, [{ tokens: 1_370, mark: '5m' }, { tokens: rest }]);
  return { model, max_tokens: 20_000, thinking: { type: 'enabled', budget_tokens: budget }, messages };
};

const effortAsk = (effort: 'low' | 'medium', rest: number): MessageCreateParamsNonStreaming => ({
  ...base(OPUS),
  output_config: { effort },
  messages: user(OPUS, [{ tokens: 3_546, mark: '5m' }, { tokens: rest }]),
});

const haiku = (question: number | undefined): MessageCreateParamsNonStreaming => {
  const model = 'claude-haiku-5-5';
  return {
    ...base(model),
    system: [block(95_000, model, '5m')],
    messages: user(model, question ? [{ tokens: 4_000, mark: '5m' }, { tokens: question }] : [{ tokens: 20 }]),
  };
};

const marked10 = (ttl: '5m' | '1h' | undefined): MessageCreateParamsNonStreaming => ({
  ...base(OPUS),
  system: [block(10_000, OPUS, ttl)],
  messages: user(OPUS, [{ tokens: 50 }]),
});

const step = (
  at: number,
  request: MessageCreateParamsNonStreaming,
  [input, creation, read]: readonly [number, number, number],
  more: Partial<GoldenStep> = {},
): GoldenStep => ({ at, request, input, creation, read, ...more });

/** The worked examples that are about settings, tools, time and money over a session, under their numbers; built when asked for. */
export const GOLDEN_SESSIONS: readonly (() => GoldenExample)[] = [
  () => ({
    title: 'example 5: creation by lifetime',
    steps: [
      step(
        0,
        { ...base(OPUS), system: [block(1_800, OPUS, '1h')], messages: user(OPUS, [{ tokens: 20 }]) },
        [20, 1_800, 0],
        {
          long: 1_800,
        },
      ),
      step(
        10,
        {
          ...base(OPUS),
          system: [block(1_800, OPUS, '1h'), block(100, OPUS, '1h')],
          messages: user(OPUS, [{ tokens: 148, mark: '5m' }, { tokens: 2_048 }]),
        },
        [2_048, 248, 1_800],
        { long: 100 },
      ),
    ],
  }),
  () => ({
    title: 'example 6: another thinking budget loses what is cached of messages',
    steps: [
      step(0, thinkingAsk(4_000, 17), [17, 1_370, 0]),
      step(10, thinkingAsk(4_000, 303), [303, 0, 1_370]),
      step(20, thinkingAsk(8_000, 747), [747, 1_370, 0]),
    ],
  }),
  () => ({
    title: 'example 7: another effort loses what is cached of messages',
    steps: [
      step(0, effortAsk('medium', 15), [15, 3_546, 0]),
      step(10, effortAsk('medium', 1_062), [1_062, 0, 3_546]),
      step(20, effortAsk('low', 2_706), [2_706, 3_546, 0]),
    ],
  }),
  () => ({
    title: 'example 10: automatic caching moves along',
    steps: [
      step(0, spoken([700, 300, 80]), [0, 3_080, 0]),
      step(10, spoken([700, 300, 80, 400, 90]), [0, 490, 3_080]),
      step(20, spoken([700, 300, 80, 400, 90, 500, 70]), [0, 570, 3_570]),
    ],
  }),
  () => ({
    title: 'example 11: four marks keep what stands in front of a change',
    steps: [
      step(0, fourMarks('One. ', 'Hello. '), [0, 17_000, 0]),
      step(10, fourMarks('One. ', 'Hello. ', true), [80, 0, 17_000]),
      step(20, fourMarks('Two. ', 'Hello. '), [0, 9_000, 8_000]),
      step(30, fourMarks('One. ', 'Other. '), [0, 1_000, 16_000]),
    ],
  }),
  () => ({
    title: 'example 12: diagnostics name the system prompt',
    steps: [
      step(0, simple(OPUS, 41_850, 42), [42, 41_850, 0], { diagnosis: { expected: undefined } }),
      step(10, { ...simple(OPUS, 41_850, 42), system: [block(41_850, OPUS, '5m', 'Edited. ')] }, [42, 41_850, 0], {
        diagnosis: { expected: { type: 'system_changed', missed: 41_850 } },
      }),
    ],
  }),
  () => ({
    title: 'example 13: every read starts the clock again',
    steps: [
      step(0, probe(), [30, 27_725, 0], { long: 27_725 }),
      step(MINUTE, probe('A. '), [30, 30_111, 27_725]),
      step(MINUTE, probe('B. '), [30, 30_111, 27_725]),
      ...[1, 4].map((at) => step((1 + at) * MINUTE, probe('A. '), [30, 0, 57_836])),
      step(7 * MINUTE, probe('B. '), [30, 30_111, 27_725]),
      ...[7, 10, 13, 15.5].map((at) => step((1 + at) * MINUTE, probe('A. '), [30, 0, 57_836])),
    ],
  }),
  () => ({
    title: 'example 17: parallel calls are one position, and so are their results',
    steps: [step(0, parallel(false), [0, 3_000, 0]), step(10, parallel(true), [0, 20 + 1_800 + 3_000, 3_000])],
  }),
  () => ({
    title: 'example 18: ten rounds behind the last creation are one too many',
    steps: [
      step(0, rounds(0, 0), [0, 40_000, 0]),
      step(10, rounds(10, 0), [0, 43_000, 0], { cost: { nanodollars: 215_000_000 } }),
    ],
  }),
  () => ({
    title: 'example 18: nine rounds and a text are not',
    steps: [
      step(0, rounds(0, 0), [0, 40_000, 0]),
      step(10, rounds(9, 300), [0, 3_000, 40_000], { cost: { nanodollars: 23_000_000 } }),
    ],
  }),
  () => ({
    title: 'example 18: a mark behind the system prompt saves what it can',
    steps: [
      step(0, rounds(0, 0, '5m'), [0, 40_000, 0]),
      step(10, rounds(10, 0, '5m'), [0, 31_000, 12_000], { cost: { nanodollars: 157_400_000 } }),
    ],
  }),
  () => ({
    title: 'example 20: together both create; once either answers, a third reads',
    steps: [
      step(0, marked10('5m'), [50, 10_000, 0], { answersAfter: 20 }),
      step(0, marked10('5m'), [50, 10_000, 0], { answersAfter: 40 }),
      step(0.019, marked10('5m'), [50, 10_000, 0], { answersAfter: 40 }),
      step(0.02, marked10('5m'), [50, 0, 10_000]),
    ],
  }),
  ...(
    [
      [1_000, 2_050_000],
      [1_001, 10_250_500],
    ] as const
  ).map(([question, nanodollars]) => () => ({
    title: `example 22: ${99_000 + question} tokens on Haiku 5.5`,
    steps: [
      step(0, haiku(undefined), [20, 95_000, 0]),
      step(10, haiku(question), [question, 4_000, 95_000], { cost: { nanodollars, output: 1_000 } }),
    ],
  })),
  () => ({
    title: 'example 23: a 1h mark on a 5m entry does not lengthen its life',
    steps: [
      step(0, marked10('5m'), [50, 10_000, 0]),
      step(4 * MINUTE, marked10('1h'), [50, 0, 10_000]),
      step(9 * MINUTE, marked10('1h'), [50, 10_000, 0], { long: 10_000, cost: { nanodollars: 80_200_000 } }),
      step(60 * MINUTE, marked10('5m'), [50, 0, 10_000]),
    ],
  }),
  () => ({
    title: 'example 24: without a mark nothing is read',
    steps: [step(0, marked10('5m'), [50, 10_000, 0]), step(10, marked10(undefined), [10_050, 0, 0])],
  }),
  ...(
    [
      ['claude-opus-5-5', 628_000_000],
      ['claude-fable-5-2', 1_028_000_000],
      ['claude-opus-4-8', 1_070_000_000],
    ] as const
  ).map(([model, totalCost]) => () => ({
    title: `example 25: an agent loop of 20 turns on ${model}`,
    totalCost,
    steps: Array.from({ length: 20 }, (_, index) =>
      step(
        index * MINUTE,
        loopTurn(model, index + 1),
        index === 0 ? [0, 42_000, 0] : [0, 2_000, 40_000 + 2_000 * index],
      ),
    ),
  })),
];
