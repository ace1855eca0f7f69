import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/cache/digest.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import type { PriceTerms } from '@/lib/pricing/price-terms.ts';
import { analyse } from '@/lib/store/analysis/analyse.ts';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { entryPrices, modeRows } from './explicit-rows.ts';

const { document } = PRESETS[0];

/** The preset on a model, a token for each letter. */
function analysisOn(model: string, marked = true, price?: PriceTerms) {
  const cache = { ...document.cache, enabled: marked };
  const count = ({ length }: string) => ({ tokens: length, low: length, high: length, method: 'exact' as const });
  const assembly = assemble({ ...document, model, cache, ...(price && { price }) }, 1);
  return analyse(assembly, { count, digest: sha256Hex, now: Date.UTC(2026, 10, 21) });
}

describe('the two modes of OpenAI', () => {
  it('POLICY-15 stand beside each other: without a mark explicit caches nothing, automatic all', () => {
    const analysis = analysisOn('gpt-6-sol', false);
    const [first, second, later] = modeRows(analysis);
    expect(first?.explicitUse).toContain(' 0 tokens read, 0 created');
    expect(second?.explicitUse).toBe(first?.explicitUse);
    expect(second?.automaticUse).toContain(' 0 created, 0 uncached');
    const { costs, explicitCosts } = analysis;
    expect(explicitCosts?.first).toBe(costs.uncached);
    expect(costs.second).toBeLessThan(explicitCosts?.second ?? 0);
    expect(later?.explicit).not.toBe(later?.automatic);
  });

  it('POLICY-15 are the same where the rolling mark stands at the end of the prompt', () => {
    const rows = modeRows(analysisOn('gpt-6-sol'));
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row.explicit).toBe(row.automatic);
  });

  it('POLICY-15 there is one mode only before GPT-5.6, and on models of other vendors', () => {
    for (const model of ['gpt-5.4', 'claude-sonnet-5-5']) {
      expect(analysisOn(model).explicitCosts).toBeUndefined();
      expect(modeRows(analysisOn(model))).toEqual([]);
    }
  });

  it('POLICY-15 prices are those of the model, for a million tokens', () => {
    const { price, total } = analysisOn('gpt-6-sol');
    const rates = price?.rates?.at(-1)?.rates;
    expect(rates?.cacheCreationOther).toBe((rates?.input ?? 0) * 1.25);
    expect(entryPrices({ price, total })).toMatch(
      /^A million tokens: \$[\d.]+ created, \$[\d.]+ read, \$[\d.]+ uncached;/,
    );
    expect(entryPrices({ price: undefined, total })).toBe('');
  });

  it('PRICE-18, POLICY-15 prices are the user’s own, where there are some', () => {
    const own = { 'gpt-5.6-sol': { input: 1, cacheRead: 0.1, cacheCreationOther: 1.25, output: 2 } };
    expect(entryPrices(analysisOn('gpt-5.6-sol', true, { own }))).toMatch(
      /^A million tokens: \$1\.25 created, \$0\.100 read, \$1\.00 uncached;/,
    );
    expect(entryPrices(analysisOn('gpt-5.6-sol', true, { own: { 'gpt-5.6-sol': { input: 1 } } }))).toBe('');
  });
});
