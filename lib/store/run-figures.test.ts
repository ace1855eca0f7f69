import { describe, expect, it } from 'vitest';
import { runFigures, sessionTotals } from './run-figures.ts';
import { inputUsage, sampleRun } from './run-sample.ts';
import { usageRows } from './usage-rows.ts';

const REPORT = {
  ...inputUsage({ inputTokens: 10, cacheReadTokens: 2000, cacheCreation5mTokens: 300 }),
  outputTokens: 50,
};

describe('the usage table', () => {
  it('RUN-8 puts predicted beside reported, output only where it is reported', () => {
    const predicted = inputUsage({ cacheCreation5mTokens: 7, inputTokens: 3 });
    expect(usageRows(predicted, REPORT)).toEqual([
      { label: 'Cache read', predicted: 0, reported: 2000 },
      { label: 'Cache creation 5m', predicted: 7, reported: 300 },
      { label: 'Cache creation 1h', predicted: 0, reported: 0 },
      { label: 'Uncached input', predicted: 3, reported: 10 },
      { label: 'Output', predicted: undefined, reported: 50 },
    ]);
  });

  it('RUN-8 leaves unknown what was not predicted or not reported', () => {
    for (const { predicted, reported } of usageRows(undefined, undefined))
      expect([predicted, reported]).toEqual([undefined, undefined]);
    const partial = usageRows(undefined, { outputTokens: 4 }).map(({ reported }) => reported);
    expect(partial).toEqual([undefined, undefined, undefined, undefined, 4]);
    expect(usageRows({ outputTokens: 4 }, undefined).at(-1)?.predicted).toBeUndefined();
  });
});

describe('the figures of a run', () => {
  it("RUN-9 are the backend's report, with its price and that of the same tokens uncached", () => {
    const figures = runFigures(sampleRun({ reported: REPORT }));
    expect(figures).toMatchObject({ read: 2000, created: 300, uncached: 10, isReported: true });
    expect(figures.cost).toBeGreaterThan(0);
    const bare = runFigures(sampleRun({ reported: { ...inputUsage({ inputTokens: 2310 }), outputTokens: 50 } }));
    expect(figures.uncachedCost).toBe(bare.cost);
    expect(bare.uncachedCost).toBe(bare.cost);
  });

  it('RUN-9 have the price of the searches that the provider made, cached or not', () => {
    const plain = runFigures(sampleRun({ reported: REPORT }));
    const searched = runFigures(sampleRun({ reported: { ...REPORT, webSearches: 3 } }));
    // $10 for 1,000.
    expect((searched.cost ?? 0) - (plain.cost ?? 0)).toBe(30_000_000);
    expect((searched.uncachedCost ?? 0) - (plain.uncachedCost ?? 0)).toBe(30_000_000);
  });

  it('RUN-9 are the prediction for want of a report, and then have no cost', () => {
    const { prediction } = sampleRun();
    const usage = inputUsage({
      cacheReadTokens: 5,
      cacheCreation5mTokens: 1,
      cacheCreation1hTokens: 2,
      inputTokens: 3,
    });
    const figures = runFigures(sampleRun({ prediction: { ...prediction, usage } }));
    expect(figures).toMatchObject({ read: 5, created: 3, uncached: 3, isReported: false });
    expect([figures.cost, figures.uncachedCost]).toEqual([undefined, undefined]);
  });

  it('RUN-9 are the prediction when the report leaves out what was read', () => {
    expect(runFigures(sampleRun({ reported: { inputTokens: 9, outputTokens: 1 } })).isReported).toBe(false);
  });

  it('POLICY-18: are unknown where nothing was reported and nothing is predicted; a report counts all the same', () => {
    const prediction = { ...sampleRun().prediction, usage: inputUsage({ inputTokens: 9 }), isUnknown: true as const };
    const figures = runFigures(sampleRun({ prediction, reported: { totalInputTokens: 9, outputTokens: 1 } }));
    expect(figures).toMatchObject({ read: undefined, created: undefined, uncached: undefined, isReported: false });
    expect(runFigures(sampleRun({ prediction, reported: REPORT })).read).toBe(2000);
  });

  it('RUN-9 have no cost for a model whose price is not known', () => {
    const figures = runFigures(sampleRun({ model: 'somebody-elses', reported: REPORT }));
    expect(figures).toMatchObject({ isReported: true, cost: undefined, uncachedCost: undefined });
  });

  it('RUN-9 have the price of the day on which the request was sent', () => {
    const on = (month: number) => runFigures(sampleRun({ sentAt: Date.UTC(2026, month, 1), reported: REPORT })).cost;
    expect(on(7)).toBeGreaterThan(on(10) ?? 0);
  });
});

describe('the totals of a session', () => {
  it('RUN-10 add up what has a price, and say how many requests have none', () => {
    const priced = runFigures(sampleRun({ reported: REPORT }));
    const totals = sessionTotals([priced, runFigures(sampleRun()), priced]);
    expect(totals).toEqual({
      requests: 3,
      unpriced: 1,
      cost: 2 * (priced.cost ?? 0),
      uncachedCost: 2 * (priced.uncachedCost ?? 0),
      partial: 0,
      partialCost: 0,
    });
  });

  it('RUN-10 of nothing are nothing', () =>
    expect(sessionTotals([])).toEqual({
      requests: 0,
      unpriced: 0,
      cost: 0,
      uncachedCost: 0,
      partial: 0,
      partialCost: 0,
    }));

  it('RUN-10 keep what is known of a cost apart, where the report leaves something out', () => {
    const { cacheReadTokens: _, ...unread } = REPORT;
    const priced = runFigures(sampleRun({ reported: REPORT }));
    const unknown = runFigures(sampleRun({ reported: unread }));
    expect(unknown.cost).toBeUndefined();
    expect(unknown.costAtLeast).toBeGreaterThan(0);
    expect(unknown.costAtLeast).toBeLessThan(priced.cost ?? 0);
    expect(sessionTotals([priced, unknown])).toMatchObject({
      unpriced: 1,
      cost: priced.cost,
      partial: 1,
      partialCost: unknown.costAtLeast,
    });
  });
});

describe('the figures of a run on other terms', () => {
  it('PRICE-18, PRICE-19: have the own price of its model and the factors of its own fields, and never those of a batch', () => {
    const run = sampleRun({ reported: REPORT });
    const { cost = 0 } = runFigures(run);
    expect(runFigures(run, { batch: true }).cost).toBe(cost);
    const us = { ...run, request: { ...run.request, inference_geo: 'us' } };
    expect(runFigures(us).cost).toBe((cost * 11) / 10);
    const unknown = { ...run, model: 'house-model' };
    const own = { input: 1, cacheRead: 1, cacheCreation5m: 1, cacheCreation1h: 1, output: 1 };
    expect(runFigures(unknown).cost).toBeUndefined();
    expect(runFigures(unknown, { own: { 'house-model': own } }).cost).toBe(2360 * 1000);
  });
});
