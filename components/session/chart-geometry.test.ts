import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunFigures } from '@/lib/store/run-figures.ts';
import { sampleRun } from '@/lib/store/run-sample.ts';
import { chartBars, costLine } from './chart-geometry.ts';

const SIZE = { width: 340, height: 92 };
const figures = (change: Partial<RunFigures> = {}, number = 1): RunFigures => ({
  run: sampleRun({ id: `run-${number}`, number }),
  read: 0,
  created: 0,
  uncached: 0,
  isReported: true,
  cost: undefined,
  costAtLeast: undefined,
  uncachedCost: undefined,
  ...change,
});
const points = (line = '') => line.split(' ').map((pair) => pair.split(',').map(Number) as [number, number]);

describe('the bars of the session', () => {
  it('RUN-11 are stacked from the ground: read, created, uncached', () => {
    const [bar] = chartBars([figures({ read: 60, created: 30, uncached: 10 })], SIZE);
    if (!bar) return expect.fail('There is no bar.');
    const { read, created, uncached } = bar;
    expect(read.y + read.height).toBeCloseTo(92);
    expect(created.y + created.height).toBeCloseTo(read.y);
    expect(uncached.y + uncached.height).toBeCloseTo(created.y);
    expect([read.height / uncached.height, created.height / uncached.height]).toEqual([
      expect.closeTo(6),
      expect.closeTo(3),
    ]);
  });

  it('RUN-11 stay inside the chart and apart, and keep to one scale', () => {
    const count = fc.nat(1_000_000);
    const some = fc.record({ read: count, created: count, uncached: count });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 60 }), (all) => {
        const bars = chartBars(
          all.map((each, index) => figures(each, index)),
          SIZE,
        );
        expect(bars).toHaveLength(Math.min(40, all.length));
        for (const [index, bar] of bars.entries()) {
          expect(bar.uncached.y).toBeGreaterThanOrEqual(0);
          expect(bar.width).toBeGreaterThan(0);
          expect(bar.x + bar.width).toBeLessThanOrEqual(SIZE.width + 1e-9);
          expect(bar.x).toBeGreaterThanOrEqual((bars[index - 1]?.x ?? -1) + (bars[index - 1]?.width ?? 0));
        }
      }),
    );
  });

  it('RUN-11 are the last forty, under their own numbers', () => {
    const bars = chartBars(
      Array.from({ length: 50 }, (_, index) => figures({ read: 1 }, index)),
      SIZE,
    );
    expect([bars[0]?.words.split(',')[0], bars.at(-1)?.words.split(',')[0]]).toEqual(['request 10', 'request 49']);
  });

  it('POLICY-18: have no height where nothing is reported or predicted', () => {
    const unknown = figures({ read: undefined, created: undefined, uncached: undefined, isReported: false });
    const [known, bar] = chartBars([figures({ read: 1 }), unknown], SIZE);
    expect([bar?.read.height, bar?.created.height, bar?.uncached.height]).toEqual([0, 0, 0]);
    expect(known?.read.height).toBeGreaterThan(0);
  });

  it('RUN-11 have no height without tokens', () => {
    const [bar] = chartBars([figures()], SIZE);
    expect([bar?.read.height, bar?.created.height, bar?.uncached.height]).toEqual([0, 0, 0]);
    expect(chartBars([], SIZE)).toEqual([]);
  });
});

describe('the lines of cost', () => {
  const priced = (cost: number, uncachedCost: number) => figures({ cost, uncachedCost });

  it('RUN-11 are running sums on one scale, over the middles of the bars', () => {
    const all = [priced(10, 20), priced(0, 20), priced(30, 60)];
    const lines = costLine(all, SIZE);
    const cost = points(lines?.cost);
    const uncached = points(lines?.uncached);
    const bars = chartBars(all, SIZE);
    for (const [index, { x, width }] of bars.entries()) expect(cost[index]?.[0]).toBeCloseTo(x + width / 2, 1);
    const above = (line: [number, number][]) => line.map(([, y]) => Math.round((SIZE.height - y) * 10));
    const most = SIZE.height * 0.94 * 10;
    expect(above(cost)).toEqual([0.1, 0.1, 0.4].map((share) => Math.round(share * most)));
    expect(above(uncached)).toEqual([0.2, 0.4, 1].map((share) => Math.round(share * most)));
  });

  it('RUN-11 need two requests, all with a known cost', () => {
    expect(costLine([priced(1, 2)], SIZE)).toBeUndefined();
    expect(costLine([priced(1, 2), figures()], SIZE)).toBeUndefined();
    expect(costLine([priced(1, 2), figures({ cost: 1 })], SIZE)).toBeUndefined();
  });
});
