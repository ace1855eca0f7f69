import { describe, expect, it } from 'vitest';
import { changeBatch, changeOwnPrice } from '@/lib/document/edit-price.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { sampleAnalysis, unknownAnalysis } from './analysis-sample.ts';
import { costReport } from './cost-report.ts';

const [{ document }] = PRESETS;

describe('costs to take away', () => {
  const analysis = sampleAnalysis(document);
  const report = costReport(analysis);

  it('TOKEN-52: name the card and its day, and have the sums of the screen with low and high', () => {
    expect(report.pricedBy).toMatch(/, read on \d{4}-\d{2}-\d{2}$/);
    expect(report.next.cost?.amount).toBe(analysis.costs.now);
    expect(report.next.classes.reduce((sum, { amount }) => sum + amount, 0)).toBe(analysis.costs.now);
    const { low = 0, amount = 0, high = 0 } = report.uncached ?? {};
    expect(low / amount).toBeCloseTo(analysis.total.low / analysis.total.tokens, 5);
    expect(high / amount).toBeCloseTo(analysis.total.high / analysis.total.tokens, 5);
    expect(report.blocks.map(({ tokens }) => tokens)).toEqual(analysis.blocks.map(({ count }) => count));
    expect(report.blocks[0]?.costs.read?.amount).toBe(analysis.blocks[0]?.costs.read);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('TOKEN-52: say on what conditions, and what is not known', () => {
    expect(costReport(sampleAnalysis(changeBatch(document, true))).conditions).toEqual(['batch']);
    const unknown = { ...document, model: 'house-model' };
    const bare = costReport(sampleAnalysis(unknown));
    expect(bare).not.toHaveProperty('pricedBy');
    expect(bare.next).toEqual({ classes: [], missing: ['the price of this model'] });
    const own = costReport(sampleAnalysis(changeOwnPrice(unknown, 'input', '1')));
    expect(own.pricedBy).toBe('own price');
    expect(own.next.missing.join()).toContain('cache creation');
    expect(own.next).not.toHaveProperty('cost');
  });

  it('POLICY-18: have no prediction where it is not known how the backend caches, and say so', () => {
    const unknown = costReport(unknownAnalysis(document));
    expect(unknown.next).toEqual({ classes: [], missing: ['how this backend caches'] });
    for (const name of ['firstFromCold', 'secondUnchanged', 'eachLater']) expect(unknown).not.toHaveProperty(name);
    expect(unknown.uncached?.amount).toBeGreaterThan(0);
    expect(new Set(unknown.blocks.map(({ state }) => state))).toEqual(new Set(['unknown']));
  });
});
