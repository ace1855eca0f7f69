import { describe, expect, it } from 'vitest';
import { findModel } from '@/lib/pricing/model-card.ts';
import { priceUsage, uncachedPrice } from '@/lib/pricing/price.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { type InputUsage, totalInputTokens } from '@/lib/usage/usage.ts';
import { DEFAULT_RULES } from './cache-rules.ts';
import { chainModel } from './chain-model.ts';
import { sha256Hex } from './digest.ts';
import type { ChainOptions } from './prefix-chain.ts';
import { cacheSession, figures, syntheticCount, text, tool, toolResult, toolUse, turns } from './synthetic-request.ts';

const MINUTE = 60_000;

const cardOf = (id: string) => {
  const card = findModel(id);
  if (!card) throw new Error(`No card for ${id}.`);
  return card;
};

/** A cold workspace; without a model, hidden tokens are 0 and the minimum is 1,024. */
function session(model?: string) {
  const options: ChainOptions = {
    model: model
      ? { ...chainModel(cardOf(model), 0), toolPromptTokens: { auto: 0, forced: 0 } }
      : { minimumPrefixTokens: 1024, toolPromptTokens: { auto: 0, forced: 0 }, frameTokens: 0 },
    workspace: 'w',
    count: syntheticCount,
    digest: sha256Hex,
    rules: DEFAULT_RULES,
  };
  const { send } = cacheSession(options);
  return {
    send: (request: Partial<MessageCreateParamsBase>, at?: number, delay?: number) =>
      send({ ...request, ...(model && { model }) }, at, delay),
    sends: (request: Partial<MessageCreateParamsBase>, at?: number, delay?: number) =>
      figures(send({ ...request, ...(model && { model }) }, at, delay)),
  };
}

/** Nanodollars of the input side. */
const cost = (usage: InputUsage, model: string, outputTokens = 0) =>
  priceUsage({ ...usage, outputTokens }, cardOf(model), { on: '2026-11-20' }).total;

/** `count` messages of one small block each, the turns alternating, the last one marked if so wished. */
const blocks = (count: number, marks: readonly number[]) =>
  turns(...Array.from({ length: count }, (_, at) => [text(500, marks.includes(at + 1) ? '5m' : undefined, `#${at}`)]));

describe('the worked examples of the caching rules', () => {
  it('caching example 1: a long system prompt, created once and read from then on', () => {
    const { sends } = session();
    const request = { system: [text(188_086, '5m')], messages: turns([text(21)]) };
    expect(sends(request)).toEqual([21, 188_086, 0]);
    expect(sends(request, MINUTE)).toEqual([21, 0, 188_086]);
  });

  it('caching example 2: input_tokens is only what stands behind the last mark', () => {
    const { send } = session();
    const request = { system: [text(100_000, '5m')], messages: turns([text(50)]) };
    send(request);
    const usage = send(request, MINUTE);
    expect(figures(usage)).toEqual([50, 0, 100_000]);
    expect(totalInputTokens(usage)).toBe(100_050);
  });

  it('caching example 3: a cached document and a question', () => {
    const { sends } = session();
    const ask = (question: string) => ({ messages: turns([text(200_000, '5m'), text(50, undefined, question)]) });
    sends(ask('first'));
    expect(sends(ask('second'), MINUTE)).toEqual([50, 0, 200_000]);
  });

  it('caching example 4: a pre-warming request creates at its mark', () => {
    const { send } = session();
    const request = { max_tokens: 0, system: [text(5120, '5m')], messages: turns([text(8, undefined, 'warmup')]) };
    const usage = send(request);
    expect(usage).toEqual({
      inputTokens: 8,
      cacheReadTokens: 0,
      cacheCreation5mTokens: 5120,
      cacheCreation1hTokens: 0,
    });
    expect(figures(send({ ...request, max_tokens: 1024 }, MINUTE))).toEqual([8, 0, 5120]);
  });

  it('caching example 5: creation is reported by TTL', () => {
    const { send } = session();
    const system = [text(1800, '1h')];
    send({ system });
    const usage = send(
      { system: [...system, text(100, '1h')], messages: turns([text(148, '5m'), text(2048)]) },
      MINUTE,
    );
    expect(usage).toEqual({
      inputTokens: 2048,
      cacheReadTokens: 1800,
      cacheCreation5mTokens: 148,
      cacheCreation1hTokens: 100,
    });
  });

  it('caching example 6: a new thinking budget loses what was cached in messages', () => {
    const { sends } = session('claude-sonnet-4-6');
    const ask = (budget_tokens: number, rest: number) => ({
      thinking: { type: 'enabled', budget_tokens } as const,
      messages: turns([text(1370, '5m'), text(rest)]),
    });
    expect(sends(ask(4000, 17))).toEqual([17, 1370, 0]);
    expect(sends(ask(4000, 303), MINUTE)).toEqual([303, 0, 1370]);
    expect(sends(ask(8000, 747), 2 * MINUTE)).toEqual([747, 1370, 0]);
  });

  it('caching example 7: another effort loses what was cached in messages', () => {
    const { sends } = session('claude-opus-5-5');
    const ask = (effort: 'low' | 'medium', rest: number) => ({
      output_config: { effort },
      messages: turns([text(3546, '5m'), text(rest)]),
    });
    expect(sends(ask('medium', 15))).toEqual([15, 3546, 0]);
    expect(sends(ask('medium', 1062), MINUTE)).toEqual([1062, 0, 3546]);
    expect(sends(ask('low', 2706), 2 * MINUTE)).toEqual([2706, 3546, 0]);
  });

  it('caching example 8: a mark looks back over 20 positions, and a second one repairs a miss', () => {
    const { sends } = session();
    expect(sends({ messages: blocks(10, [10]) })).toEqual([0, 5000, 0]);
    expect(sends({ messages: blocks(15, [15]) }, MINUTE)).toEqual([0, 2500, 5000]);
    const again = session();
    for (const seen of [10, 15]) again.sends({ messages: blocks(seen, [seen]) });
    expect(again.sends({ messages: blocks(34, [34]) }, MINUTE)).toEqual([0, 9500, 7500]);
    expect(sends({ messages: blocks(35, [35]) }, 2 * MINUTE)).toEqual([0, 17_500, 0]);
    const repaired = session();
    for (const seen of [10, 15]) repaired.sends({ messages: blocks(seen, [seen]) });
    expect(repaired.sends({ messages: blocks(35, [15, 35]) }, MINUTE)).toEqual([0, 10_000, 7500]);
  });

  it('caching example 9: a mark on a block with the time in it creates at every request and never reads', () => {
    const { sends } = session();
    for (const minute of [0, 1, 2, 3]) {
      const system = [text(4000), text(20, '5m', `12:0${minute}`)];
      expect(sends({ system, messages: turns([text(30)]) }, minute * MINUTE)).toEqual([30, 4020, 0]);
    }
  });

  it('caching example 10: automatic caching marks the last block, which moves along', () => {
    const { sends } = session();
    const spoken = [700, 300, 80, 400, 90, 500, 70];
    const upTo = (count: number): Partial<MessageCreateParamsBase> => ({
      cache_control: { type: 'ephemeral' },
      system: [text(2000)],
      messages: turns(...spoken.slice(0, count).map((tokens, at) => [text(tokens, undefined, `#${at}`)])),
    });
    expect(sends(upTo(3))).toEqual([0, 3080, 0]);
    expect(sends(upTo(5), MINUTE)).toEqual([0, 490, 3080]);
    expect(sends(upTo(7), 2 * MINUTE)).toEqual([0, 570, 3570]);
  });

  it('caching example 11: four marks keep what stands in front of a change', () => {
    const request = (rag: string, said: string, more: number) => ({
      tools: [tool(3000, '5m')],
      system: [text(5000, '5m', 'instructions'), text(8000, '5m', rag)],
      messages: turns([text(1000, '5m', said)], ...(more > 0 ? [[text(more)], [text(more, undefined, 'next')]] : [])),
    });
    const { sends } = session();
    expect(sends(request('a', 'hello', 0))).toEqual([0, 17_000, 0]);
    expect(sends(request('a', 'hello', 40), MINUTE)).toEqual([80, 0, 17_000]);
    expect(sends(request('b', 'hello', 0), MINUTE)).toEqual([0, 9000, 8000]);
    expect(sends(request('a', 'other', 0), MINUTE)).toEqual([0, 1000, 16_000]);
  });

  it('caching example 12: an edited system prompt reads nothing of it (usage; the diagnosis is a backend’s)', () => {
    const { sends } = session();
    const request = (words: string) => ({ system: [text(41_850, '5m', words)], messages: turns([text(42)]) });
    sends(request('before'));
    expect(sends(request('after'), MINUTE)).toEqual([42, 41_850, 0]);
  });

  it('caching example 13: every read starts the clock again', () => {
    const { sends } = session('claude-sonnet-5');
    const shared = text(27_725, '1h');
    const probe = (twin: string) => ({ system: [shared], messages: turns([text(30_111, '5m', twin)]) });
    sends({ system: [shared] }, -MINUTE);
    expect(sends(probe('a'), 0)).toEqual([0, 30_111, 27_725]);
    sends(probe('b'), 0);
    const read = [1, 4, 7, 10, 13, 15.5];
    const untouched = 6;
    for (const minute of [...read, untouched].toSorted((a, b) => a - b)) {
      const figuresNow = sends(probe(minute === untouched ? 'b' : 'a'), minute * MINUTE);
      expect(figuresNow).toEqual(minute === untouched ? [0, 30_111, 27_725] : [0, 0, 57_836]);
    }
  });

  it('caching example 14: what a second request saves, in dollars', () => {
    const model = 'claude-opus-5-5';
    const { send } = session(model);
    const request = (tokens: number) => ({ system: [text(6000, '5m')], messages: turns([text(tokens)]) });
    const first = send(request(500));
    const second = send(request(700), MINUTE);
    expect([figures(first), cost(first, model)]).toEqual([[500, 6000, 0], 32_000_000]);
    expect([figures(second), cost(second, model)]).toEqual([[700, 0, 6000], 4_000_000]);
    expect(uncachedPrice(totalInputTokens(first), cardOf(model)).total).toBe(26_000_000);
  });

  it('caching example 15: below a model’s minimum nothing is created and nothing read', () => {
    const request = (prefix: number) => ({ system: [text(prefix, '5m')], messages: turns([text(200)]) });
    const twice = (model: string, prefix: number) => {
      const { sends } = session(model);
      return [sends(request(prefix)), sends(request(prefix), MINUTE)];
    };
    expect(twice('claude-haiku-4-5', 3000)).toEqual([
      [3200, 0, 0],
      [3200, 0, 0],
    ]);
    for (const model of ['claude-opus-4-7', 'claude-sonnet-4-6', 'claude-opus-5-5']) {
      expect(twice(model, 3000)).toEqual([
        [200, 3000, 0],
        [200, 0, 3000],
      ]);
    }
    for (const model of ['claude-haiku-4-5', 'claude-opus-4-7', 'claude-sonnet-4-6'])
      expect(twice(model, 900)[1]).toEqual([1100, 0, 0]);
    for (const model of ['claude-opus-5-5', 'claude-fable-5-1', 'claude-sonnet-5-5', 'claude-haiku-5-5'])
      expect(twice(model, 900)[1]).toEqual([200, 0, 900]);
  });

  it('caching example 16: both TTLs in one request', () => {
    const model = 'claude-opus-5-5';
    const { send } = session(model);
    const warm = { tools: [tool(3000)], system: [text(5000, '1h')] };
    send(warm);
    const document = text(12_000, '1h', 'document');
    const usage = send({ ...warm, messages: turns([document], [text(4000, '5m')], [text(300)]) }, MINUTE);
    expect(usage).toEqual({
      inputTokens: 300,
      cacheReadTokens: 8000,
      cacheCreation5mTokens: 4000,
      cacheCreation1hTokens: 12_000,
    });
    expect(totalInputTokens(usage)).toBe(24_300);
    expect(cost(usage, model)).toBe(118_800_000);
  });

  it('caching example 17: parallel tool calls are one position, and so are their results', () => {
    const ids = Array.from({ length: 30 }, (_, at) => `call-${at}`);
    const before = blocks(5, []);
    const asked = [...before, { role: 'assistant' as const, content: [text(2000, '5m', 'asked')] }];
    const answered: MessageCreateParamsBase['messages'] = [
      ...before,
      { role: 'assistant', content: [text(2000, undefined, 'asked')] },
      { role: 'assistant', content: [text(10), ...ids.map((id) => toolUse(10, id))] },
      { role: 'user', content: ids.map((id, at) => toolResult(100, id, at === 29 ? '5m' : undefined)) },
    ];
    const { sends } = session();
    sends({ messages: asked });
    expect(sends({ messages: answered }, MINUTE)).toEqual([0, 3310, 4500]);
    const raw = cacheSession({
      model: { minimumPrefixTokens: 1024, toolPromptTokens: { auto: 0, forced: 0 }, frameTokens: 0 },
      workspace: 'w',
      count: syntheticCount,
      digest: sha256Hex,
      rules: { ...DEFAULT_RULES, collapsesToolRuns: false },
    });
    raw.send({ messages: asked });
    expect(figures(raw.send({ messages: answered }, MINUTE))).toEqual([0, 7810, 0]);
  });

  it('caching example 18: ten rounds of tool use behind the last creation are one too many', () => {
    const model = 'claude-opus-5-5';
    const system = (mark?: '5m') => [text(12_000, mark)];
    const asked = (mark?: '5m') => text(28_000, mark, 'asked');
    /** `rounds` of a call and its result, 300 tokens a round, the rest in a text of its own where one is wanted. */
    const batch = (rounds: number, extra: number, mark?: '5m'): Partial<MessageCreateParamsBase> => ({
      system: system(mark),
      messages: turns(
        [asked()],
        ...Array.from({ length: rounds }, (_, at) => [
          [toolUse(100, `${at}`)],
          [toolResult(200, `${at}`, at === rounds - 1 && extra === 0 ? '5m' : undefined)],
        ]).flat(),
        ...(extra > 0 ? [[text(extra, '5m')]] : []),
      ),
    });
    const sendAfter = (request: Partial<MessageCreateParamsBase>, mark?: '5m') => {
      const { send } = session(model);
      send({ system: system(mark), messages: turns([asked('5m')]) });
      return send(request, MINUTE);
    };
    const miss = sendAfter(batch(10, 0));
    expect([figures(miss), cost(miss, model)]).toEqual([[0, 43_000, 0], 215_000_000]);
    const hit = sendAfter(batch(9, 300));
    expect([figures(hit), cost(hit, model)]).toEqual([[0, 3000, 40_000], 23_000_000]);
    const saved = sendAfter(batch(10, 0, '5m'), '5m');
    expect([figures(saved), cost(saved, model)]).toEqual([[0, 31_000, 12_000], 157_400_000]);
  });

  it('caching example 19: the clock of an entry starts when a request starts', () => {
    const request = { system: [text(10_000, '5m')], messages: turns([text(50)]) };
    const noon = Date.UTC(2026, 10, 21, 12);
    const at = (minutes: number, seconds: number) => noon + minutes * MINUTE + seconds * 1000;
    const streamed = () => {
      const started = session();
      // The first token comes at once; the stream then lasts four minutes, which does not count.
      started.sends(request, noon);
      return started;
    };
    const early = streamed();
    expect(early.sends(request, at(4, 50))).toEqual([50, 0, 10_000]);
    expect(streamed().sends(request, at(5, 10))).toEqual([50, 10_000, 0]);
    expect(early.sends(request, at(9, 49))).toEqual([50, 0, 10_000]);
    const late = streamed();
    late.sends(request, at(4, 50));
    expect(late.sends(request, at(9, 50))).toEqual([50, 10_000, 0]);
  });

  it('caching example 20: requests that start together all create; once either answers, a third reads', () => {
    const request = { system: [text(10_000, '5m')] };
    const { sends } = session();
    expect(sends(request, 0, 800)).toEqual([0, 10_000, 0]);
    expect(sends(request, 0, 5000)).toEqual([0, 10_000, 0]);
    expect(sends(request, 799, 9000)).toEqual([0, 10_000, 0]);
    expect(sends(request, 800)).toEqual([0, 0, 10_000]);
  });

  it('caching example 21: what each level of change costs', () => {
    const request = (change: { choice?: 'none'; system?: string; tool?: string; toolMark?: '5m' }) => ({
      tools: [tool(4000, change.toolMark, change.tool ?? 'tool')],
      system: [text(6000, '5m', change.system)],
      messages: turns([text(15_000, '5m')]),
      ...(change.choice && { tool_choice: { type: change.choice } }),
    });
    const sendAfter = (change: Parameters<typeof request>[0], toolMark?: '5m') => {
      const { sends } = session();
      expect(sends(request({ ...(toolMark && { toolMark }) }))).toEqual([0, 25_000, 0]);
      return sends(request({ ...change, ...(toolMark && { toolMark }) }), MINUTE);
    };
    expect(sendAfter({ choice: 'none' }, '5m')).toEqual([0, 15_000, 10_000]);
    expect(sendAfter({ system: 'edited' }, '5m')).toEqual([0, 21_000, 4000]);
    expect(sendAfter({ tool: 'renamed' }, '5m')).toEqual([0, 25_000, 0]);
    expect(sendAfter({ system: 'edited' })).toEqual([0, 25_000, 0]);
  });

  it('caching example 22: above 100,000 tokens Haiku 5.5 costs five times as much, output included', () => {
    const model = 'claude-haiku-5-5';
    const usage = (question: number) => {
      const { send } = session(model);
      const system = text(95_000, '5m');
      send({ system: [system] });
      return send({ system: [system], messages: turns([text(4000, '5m'), text(question)]) }, MINUTE);
    };
    expect(figures(usage(1000))).toEqual([1000, 4000, 95_000]);
    expect(cost(usage(1000), model, 1000)).toBe(2_050_000);
    expect(cost(usage(1001), model, 1000)).toBe(5 * 2_050_000 + 500);
  });

  it('caching example 23: a 1h mark on a 5m entry does not lengthen its life', () => {
    const model = 'claude-opus-5-5';
    const { send } = session(model);
    const request = (ttl: '5m' | '1h') => ({ system: [text(10_000, ttl)] });
    send(request('5m'), 0);
    expect(figures(send(request('1h'), 4 * MINUTE))).toEqual([0, 0, 10_000]);
    const rewritten = send(request('1h'), 9 * MINUTE);
    expect(rewritten).toMatchObject({ cacheCreation1hTokens: 10_000, cacheReadTokens: 0 });
    expect(cost(rewritten, model)).toBe(2 * 10_000 * 4000);
    expect(figures(send(request('5m'), 60 * MINUTE))).toEqual([0, 0, 10_000]);
    expect(figures(send(request('5m'), 119 * MINUTE))).toEqual([0, 0, 10_000]);
  });

  it('caching example 24: without a mark nothing is read, whatever is cached', () => {
    const { sends } = session();
    sends({ system: [text(10_000, '5m')], messages: turns([text(50)]) });
    expect(sends({ system: [text(10_000)], messages: turns([text(50)]) }, MINUTE)).toEqual([10_050, 0, 0]);
  });

  it.each([
    ['claude-opus-5-5', 628_000_000, 4_880_000_000],
    ['claude-fable-5-2', 1_028_000_000, 9_760_000_000],
    ['claude-opus-4-8', 1_070_000_000, 6_100_000_000],
  ])(
    'caching example 25: an agent loop of 20 turns on %s, with a rolling mark and without',
    (model, cached, uncached) => {
      const { send } = session(model);
      let total = 0;
      let uncachedTotal = 0;
      for (let turn = 1; turn <= 20; turn += 1) {
        const messages = turns(
          ...Array.from({ length: turn }, (_, at) => [text(2000, at === turn - 1 ? '5m' : undefined, `#${at}`)]),
        );
        const usage = send({ system: [text(40_000)], messages }, turn * MINUTE);
        total += cost(usage, model);
        uncachedTotal += uncachedPrice(totalInputTokens(usage), cardOf(model)).total;
      }
      expect([total, uncachedTotal]).toEqual([cached, uncached]);
    },
  );
});

describe('the figures that this project set out with', () => {
  it('CACHE-25: of a static prefix of 5,000 tokens, 495,000 are read over a session of 100 requests', () => {
    const { send } = session();
    let [read, created] = [0, 0];
    for (let request = 1; request <= 100; request += 1) {
      const messages = turns(...Array.from({ length: request }, (_, at) => [text(200, undefined, `#${at}`)]));
      const usage = send({ system: [text(5000, '5m')], messages }, request * MINUTE);
      read += usage.cacheReadTokens;
      created += usage.cacheCreation5mTokens;
    }
    expect([read, created]).toEqual([495_000, 5_000]);
  });

  it('CACHE-25: what is read costs 10 % of the base price where a read is 0.1 × input: 90 % less', () => {
    for (const model of ['claude-sonnet-5', 'claude-opus-5', 'claude-haiku-4-5']) {
      const nothing = { inputTokens: 0, cacheReadTokens: 0, cacheCreation5mTokens: 0, cacheCreation1hTokens: 0 };
      const read = cost({ ...nothing, cacheReadTokens: 495_000 }, model);
      expect(read).toBeGreaterThan(0);
      expect(read * 10).toBe(cost({ ...nothing, inputTokens: 495_000 }, model));
    }
  });
});
