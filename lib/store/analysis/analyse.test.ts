import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/cache/digest.ts';
import { messagesPolicy } from '@/lib/cache/messages-cache.ts';
import { policyFor } from '@/lib/cache/policy-for.ts';
import { anyEdit } from '@/lib/document/document.arbitrary.ts';
import { changeOwnPrice } from '@/lib/document/edit-price.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { sampleAnalysis, unknownAnalysis } from './analysis-sample.ts';
import { assemble, textsToCount } from './assembly.ts';

const { document } = PRESETS[0];
const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);
const withFlags = (flags: Partial<typeof document.flags>) => ({ ...document, flags: { ...document.flags, ...flags } });

/** What must hold of every analysis. */
function checkSums({ blocks, chain, total, segments, tokensBySource }: Analysis): void {
  expect(sum(blocks.map(({ count }) => count.tokens))).toBe(total.tokens);
  expect(total.tokens).toBe(chain.totalTokens);
  for (const { sources, count } of blocks) expect(sum(sources.map(({ tokens }) => tokens))).toBe(count.tokens);
  expect(sum([...tokensBySource.values()])).toBe(total.tokens);
  let at = 0;
  for (const [index, { start, tokens, parts, layer }] of segments.entries()) {
    expect(start).toBe(at);
    expect(layer).not.toBe(segments[index - 1]?.layer);
    for (const part of parts) {
      expect(part.start).toBe(at);
      expect(part.tokens).toBeGreaterThan(0);
      at += part.tokens;
    }
    expect(at).toBe(start + tokens);
  }
  expect(at).toBe(total.tokens);
}

describe('sums of an analysis', () => {
  it.each(PRESETS)('ANALYSIS-1, ANALYSIS-2, ANALYSIS-3 agree for the preset $title', ({ document: preset }) =>
    checkSums(sampleAnalysis(preset)),
  );

  it('ANALYSIS-1, 2, 3 agree for every document a person may make of the preset', () => {
    fc.assert(
      fc.property(anyEdit(document), (edited) => checkSums(sampleAnalysis(edited))),
      { numRuns: 40 },
    );
  }, 30_000);

  it('ANALYSIS-1 carry the hidden tokens in the block behind them', () => {
    const { blocks, card } = sampleAnalysis(document);
    const identity = blocks.find(({ id }) => id === 'system:identity');
    const bare = sampleAnalysis({ ...document, tools: [] }).blocks.find(({ id }) => id === 'system:identity');
    expect((identity?.count.tokens ?? 0) - (bare?.count.tokens ?? 0)).toBe(card?.toolPromptTokens?.auto);
  });

  it('ANALYSIS-5 have the bounds of their blocks, and are as sure as the least sure of them', () => {
    const assembly = assemble(document, 1);
    const of = (method: (text: string) => TokenCount['method']) => (text: string) => ({
      tokens: text.length,
      low: text.length - 1,
      high: text.length + 2,
      method: method(text),
    });
    const analysed = (method: (text: string) => TokenCount['method']) =>
      analyse(assembly, { count: of(method), digest: sha256Hex, now: 0 });
    const { total, chain } = analysed(() => 'exact');
    const counted = chain.positions.length;
    expect(total).toEqual({
      tokens: chain.totalTokens,
      low: chain.totalTokens - counted,
      high: chain.totalTokens + 2 * counted,
      method: 'exact',
    });
    const isDraft = (text: string) => text === document.draft;
    expect(analysed((text) => (isDraft(text) ? 'estimate' : 'exact')).total.method).toBe('estimate');
    expect(analysed((text) => (isDraft(text) ? 'rough' : 'estimate')).total.method).toBe('rough');
  });

  it('need no count but those that are asked for', () => {
    for (const { document: preset } of PRESETS) {
      const assembly = assemble(preset, 1);
      const asked = new Set(textsToCount(assembly));
      const count = (text: string): TokenCount => {
        expect(asked).toContain(text);
        return { tokens: 1, low: 1, high: 1, method: 'exact' };
      };
      analyse(assembly, { count, digest: sha256Hex, now: 0 });
    }
  });
});

describe('what is predicted of each block', () => {
  const states = (analysis: Analysis) => new Set(analysis.blocks.map(({ state }) => state));
  const stateOf = (analysis: Analysis, id: string) => analysis.blocks.find((block) => block.id === id)?.state;

  it('ANALYSIS-4 is creation through the last mark while nothing is cached', () => {
    const analysis = sampleAnalysis(document);
    expect(states(analysis)).toEqual(new Set(['creation-5m', 'stripped']));
    expect(stateOf(analysis, 'system:header')).toBe('stripped');
  });

  it('ANALYSIS-4 is a read once the same request was answered, until it runs out', () => {
    const assembly = assemble(document, 1);
    const options = { count: textLength, digest: sha256Hex };
    const first = analyse(assembly, { ...options, now: 0 });
    const cache = messagesPolicy().empty.after({
      request: first.built.request,
      outcome: first.prediction,
      sentAt: 0,
      respondedAt: 10,
    });
    const at = (now: number) => states(analyse(assembly, { ...options, cache, now }));
    expect(at(9)).toEqual(new Set(['creation-5m', 'stripped']));
    expect(at(10)).toEqual(new Set(['read', 'stripped']));
    expect(at(299_999)).toEqual(new Set(['read', 'stripped']));
    expect(at(300_000)).toEqual(new Set(['creation-5m', 'stripped']));
  });

  it('ANALYSIS-4 changes behind an edit only', () => {
    const options = { count: textLength, digest: sha256Hex };
    const first = analyse(assemble(document, 1), { ...options, now: 0 });
    const cache = messagesPolicy().empty.after({
      request: first.built.request,
      outcome: first.prediction,
      sentAt: 0,
      respondedAt: 0,
    });
    const edited = assemble({ ...document, gitStatus: { ...document.gitStatus, branch: 'other' } }, 1);
    const second = analyse(edited, { ...options, cache, now: 1000 });
    expect(stateOf(second, 'tool:read')).toBe('read');
    expect(stateOf(second, 'system:static')).toBe('read');
    expect(stateOf(second, 'system:dynamic')).toBe('creation-5m');
    expect(stateOf(second, 'draft')).toBe('creation-5m');
  });

  it('ANALYSIS-4 is uncached without a mark, and 1h creation with that TTL', () => {
    const unmarked = sampleAnalysis({ ...document, cache: { ...document.cache, enabled: false } });
    expect(states(unmarked)).toEqual(new Set(['uncached', 'stripped']));
    expect(states(sampleAnalysis(withFlags({ one_hour_ttl: true })))).toEqual(new Set(['creation-1h', 'stripped']));
  });

  it('ANALYSIS-4 is deferred for a tool that is loaded on demand, which weighs nothing', () => {
    const analysis = sampleAnalysis(withFlags({ tool_search: true }));
    const deferred = analysis.blocks.filter(({ state }) => state === 'deferred');
    expect(deferred.length).toBeGreaterThan(0);
    for (const { level, count, end, key } of deferred)
      expect([level, count.tokens, end, key]).toEqual(['tools', 0, undefined, undefined]);
  });
});

describe('what a request is predicted to cost', () => {
  it('ANALYSIS-6 is more than uncached at first, and far less from the second request on', () => {
    const { costs } = sampleAnalysis(document);
    const { first = 0, second = 0, later = 0, uncached = 0, laterUncached = 0, now } = costs;
    expect(first).toBe(now);
    expect(first).toBeGreaterThan(uncached);
    expect(second).toBeLessThan(uncached / 5);
    expect(later).toBeGreaterThan(second);
    expect(laterUncached).toBeGreaterThan(uncached);
  });

  it('ANALYSIS-6 is the same in every case when nothing is marked', () => {
    const { costs } = sampleAnalysis({ ...document, cache: { ...document.cache, enabled: false } });
    expect(costs.first).toBe(costs.uncached);
    expect(costs.second).toBe(costs.uncached);
    expect(costs.later).toBe(costs.laterUncached);
  });

  it('ANALYSIS-6 is unknown for a model that is unknown; its tokens are counted all the same', () => {
    const { costs, total, failures, blocking, blocks } = sampleAnalysis({ ...document, model: 'somebody-elses' });
    const { usage: _, ...amounts } = costs;
    expect(new Set(Object.values(amounts))).toEqual(new Set([undefined]));
    expect(new Set(blocks.flatMap(({ costs: each }) => Object.values(each)))).toEqual(new Set([undefined]));
    expect(total.tokens).toBeGreaterThan(1000);
    expect(failures).toMatchObject([{ code: 'model-unknown', place: 'Model' }]);
    expect(blocking).toEqual([]);
  });
});

describe('what a request is priced by', () => {
  const oldPricesAfter = (edited: typeof document, days: number) => {
    const assembly = assemble(edited, 1);
    const now = Date.parse(assembly.card?.readOn ?? '') + days * 86_400_000;
    return analyse(assembly, { count: textLength, digest: sha256Hex, now }).oldPricesOf;
  };

  it('PRICE-22 is old once it was read more than 60 days ago, unless it is one’s own', () => {
    expect(oldPricesAfter(document, 60)).toBeUndefined();
    expect(oldPricesAfter(document, 61)).toBe(assemble(document, 1).card?.readOn);
    expect(oldPricesAfter(changeOwnPrice(document, 'input', '3'), 61)).toBeUndefined();
  });
});

describe('a backend of which nobody tells how it caches', () => {
  const { blocks, costs, explicitCosts, total } = unknownAnalysis(document);

  it('POLICY-18: nothing is predicted of any block, but what is not in the prefix stays out of it', () => {
    expect(new Set(blocks.map(({ state }) => state))).toEqual(new Set(['unknown']));
    const { blocks: searched } = unknownAnalysis(withFlags({ tool_search: true }));
    expect(new Set(searched.map(({ state }) => state))).toEqual(new Set(['unknown', 'deferred']));
  });

  it('POLICY-18: no cost is predicted, neither of the next request nor of a session; what it costs uncached is known', () => {
    const { uncached, laterUncached, ...predicted } = costs;
    expect(new Set(Object.values(predicted))).toEqual(new Set([undefined]));
    expect(explicitCosts).toBeUndefined();
    expect(uncached).toBeGreaterThan(0);
    expect(laterUncached).toBeGreaterThan(uncached ?? 0);
    expect(total.tokens).toBeGreaterThan(1000);
  });
});

describe('what is wrong with a request', () => {
  it('ANALYSIS-9 stands at the block that it is about, and keeps the request from being sent', () => {
    const marks = Object.fromEntries(
      ['read', 'edit', 'write', 'glob', 'grep'].map((id) => [`tool:${id}`, '5m' as const]),
    );
    const analysis = sampleAnalysis({ ...document, cache: { ...document.cache, marks } });
    expect(analysis.blocking).toHaveLength(1);
    const [fault] = analysis.blocking;
    expect(fault).toMatchObject({ code: 'request-invalid', message: expect.stringContaining('maximum of 4') });
    expect(analysis.blocks.filter(({ faults }) => faults.length > 0).map(({ title }) => title)).toEqual([fault?.place]);
  });

  it('ANALYSIS-9 stands at one block, though another one has the same title', () => {
    const tools = document.tools.map((tool) => (tool.id === 'grep' ? { ...tool, name: 'Read' } : tool));
    const { blocks } = sampleAnalysis({ ...document, tools });
    const alike = blocks.filter(({ title }) => title === 'Read');
    expect(alike.map(({ id, faults }) => [id, faults.length])).toEqual([
      ['tool:read', 0],
      ['tool:grep', 1],
    ]);
  });

  it('ANALYSIS-13 is a prompt that cannot fit the window of its model, at a server that has that model', () => {
    const assembly = assemble(document, 1);
    const { contextWindow = 0 } = assembly.card ?? {};
    const long = (low: number, policy = messagesPolicy()) =>
      analyse(assembly, {
        count: (text) => ({ ...textLength(text), low: text === document.draft ? low : 0 }),
        digest: sha256Hex,
        now: 0,
        policy,
      }).blocking.map(({ place, message }) => `${place}: ${message}`);
    expect(long(contextWindow / 2)).toEqual([]);
    expect(long(contextWindow + 1)).toEqual([expect.stringMatching(/^Prompt: It has .* tokens at the least/)]);
    expect(long(contextWindow + 1, policyFor('vllm', document.model))).toEqual([]);
  });

  it('ANALYSIS-9 leaves out a section whose template is wrong, and sends the rest', () => {
    const [first, ...others] = document.sections;
    const sections = [{ ...first, id: 'own', title: 'Own', text: 'Hi {{nobody}}', gates: [] }, ...others];
    const analysis = sampleAnalysis({ ...document, sections } as typeof document);
    expect(analysis.failures).toMatchObject([{ code: 'template-invalid', place: expect.stringContaining('Own') }]);
    expect(analysis.blocking).toEqual([]);
    expect(analysis.tokensBySource.has('section:own')).toBe(false);
  });
});

const textLength = ({ length }: string): TokenCount => ({ tokens: length, low: length, high: length, method: 'exact' });
