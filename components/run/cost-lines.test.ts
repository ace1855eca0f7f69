import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/cache/digest.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { MODEL_CARDS } from '@/lib/pricing/model-card.ts';
import { formatMoney } from '@/lib/pricing/money.ts';
import { analyse } from '@/lib/store/analysis/analyse.ts';
import { sampleAnalysis, unknownAnalysis } from '@/lib/store/analysis/analysis-sample.ts';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { costLines, costSteps, describePartial, saving } from './cost-lines.ts';

const { document } = PRESETS[0];

/** The preset on a model and a day, a token for each letter; with `last`, the draft is unmarked and as long as that. */
function analysisOn(model: string, { on = '2026-11-21', last = 0 } = {}) {
  const cache = { ...document.cache, markLastUserBlock: last === 0 };
  const draft = last === 0 ? document.draft : 'x'.repeat(last);
  const assembly = assemble({ ...document, model, cache, draft }, 1);
  const count = ({ length }: string) => ({ tokens: length, low: length, high: length, method: 'exact' as const });
  return analyse(assembly, { count, digest: sha256Hex, now: Date.parse(on) });
}
const anthropic = MODEL_CARDS.filter(({ vendor, retired, rates }) => vendor === 'anthropic' && !retired && rates);

describe('the lines of the next request', () => {
  it('UI-12 are those of the prediction, creation only where there is some', () => {
    const lines = costLines(analysisOn('claude-sonnet-5-5', { last: 1000 }));
    expect(lines.map(({ label }) => label)).toEqual(['Cache read', 'Cache creation 5m', 'Uncached input']);
    expect(lines.map(({ tokens }) => tokens > 0)).toEqual([false, true, true]);
    expect(lines[0]?.cost).toBe('$0');
  });

  it.each(anthropic)('UI-12 add up to the whole, also in another tier: $id', ({ id }) => {
    for (const last of [1000, 150_000, 250_000]) {
      const { costs } = analysisOn(id, { last });
      const { nowLines = [], now } = costs;
      expect(nowLines.length).toBeGreaterThan(1);
      expect(nowLines.reduce((sum, { amount }) => sum + amount, 0)).toBe(now);
    }
  });

  it('UI-12 are priced in the tier of the whole prompt', () => {
    for (const [last, rate] of [
      [10_000, 100],
      [80_000, 500],
    ] as const) {
      const line = costLines(analysisOn('claude-haiku-5-5', { last })).at(-1);
      expect(line?.tokens).toBeLessThan(100_000);
      expect(line?.cost).toBe(formatMoney((line?.tokens ?? 0) * rate));
    }
  });

  it('UI-12 have no cost where a price is unknown', () => {
    const lines = costLines(analysisOn('somebody-elses'));
    expect(new Set(lines.map(({ cost }) => cost))).toEqual(new Set([undefined]));
    expect(lines.map(({ tokens }) => tokens > 0)).toContain(true);
  });
});

describe('the steps of a session', () => {
  it('UI-12 begin with the next request, each beside what it would cost uncached', () => {
    const analysis = analysisOn('claude-sonnet-5-5');
    const [now, first, second, later] = costSteps(analysis);
    expect(now).toMatchObject({ cachedCost: analysis.costs.now, uncachedCost: analysis.costs.uncached });
    expect(first?.cached).toBe(formatMoney(analysis.costs.first ?? 0));
    expect(second?.cachedCost).toBe(analysis.costs.second);
    expect(later).toMatchObject({ cachedCost: analysis.costs.later, uncachedCost: analysis.costs.laterUncached });
  });

  it.each([
    [10, 100, '−90 %'],
    [125, 100, '+25 %'],
    [1001, 1000, '±0 %'],
    [0, 100, '−100 %'],
    [undefined, 100, undefined],
    [10, undefined, undefined],
    [0, 0, undefined],
  ])('UI-12 %s beside %s saves %s', (cached, uncached, words) => expect(saving(cached, uncached)).toBe(words));
});

describe('a backend of which nobody tells how it caches', () => {
  const analysis = unknownAnalysis(document);

  it('POLICY-18: has no lines, no predicted cost and no saving, and says why', () => {
    expect(costLines(analysis)).toEqual([]);
    for (const { cached, uncached, cachedCost, uncachedCost } of costSteps(analysis)) {
      expect(cached).toBeUndefined();
      expect(uncached).toMatch(/^\$0\.\d/);
      expect(saving(cachedCost, uncachedCost)).toBeUndefined();
    }
    expect(describePartial(analysis)).toMatch(/not known, so .* not predicted/);
  });
});

describe('what is not known of a bill', () => {
  const inputOnly = { own: { 'house-model': { input: 2 } } };

  it('PRICE-20 is told, with the known part as a lower bound', () => {
    const analysis = (model: string, price = {}) => sampleAnalysis({ ...document, model, price });
    expect(describePartial(analysis('claude-opus-5-5'))).toBeUndefined();
    expect(describePartial(analysis('house-model'))).toBe(
      'No price of house-model is known here. Enter yours under Price.',
    );
    const partly = sampleAnalysis({
      ...document,
      model: 'house-model',
      price: inputOnly,
      cache: { ...document.cache, markLastUserBlock: false },
      draft: 'Tail. '.repeat(40),
    });
    expect(describePartial(partly)).toMatch(/^At least \$0\.\d+, without the price of .*cache creation\.$/);
    expect(costLines(partly).find(({ state }) => state === 'creation')?.cost).toBeUndefined();
    expect(costLines(partly).find(({ state }) => state === 'uncached')?.cost).toBeDefined();
    const fast = { ...document, model: 'claude-fable-5-2', fields: '{"speed": "fast"}', price: { batch: true } };
    expect(describePartial(sampleAnalysis(fast))).toMatch(/^Not known: the price of fast mode in a batch/);
  });
});
