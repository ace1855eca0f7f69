import { describe, expect, it } from 'vitest';
import {
  addRun,
  type Calibration,
  calibrateCount,
  calibrationFactor,
  calibrationRuns,
  forgetModel,
} from './calibration.ts';
import type { TokenCount } from './token-count.ts';

const NONE: Calibration = {};
const estimate: TokenCount = { tokens: 1000, low: 940, high: 1080, method: 'estimate' };

/** So many equal runs more. */
const learn = (from: Calibration, runs: number, estimated: number, reported: number) =>
  Array.from({ length: runs }).reduce<Calibration>((known) => addRun(known, 'a', estimated, reported), from);

describe('the factor', () => {
  it('TOKEN-30 is the ratio of the sums, for each model apart, and 1 for an unknown one', () => {
    const known = addRun(addRun(addRun(NONE, 'a', 1000, 1100), 'a', 3000, 3000), 'b', 100, 90);
    expect(calibrationFactor(known, 'a')).toBe(4100 / 4000);
    expect(calibrationFactor(known, 'b')).toBe(0.9);
    expect([known, NONE].map((each) => calibrationFactor(each, 'toString'))).toEqual([1, 1]);
    expect([calibrationRuns(known, 'a'), calibrationRuns(known, 'c')]).toEqual([2, 0]);
  });

  it('TOKEN-30 stays between 0.25 and 4', () => {
    expect(calibrationFactor(addRun(NONE, 'a', 100, 900), 'a')).toBe(4);
    expect(calibrationFactor(addRun(NONE, 'a', 900, 100), 'a')).toBe(0.25);
  });

  it('TOKEN-30 learns nothing from a figure that is not above 0', () => {
    for (const [estimated, reported] of [
      [0, 10],
      [10, 0],
      [Number.NaN, 10],
    ] as const) {
      expect(addRun(NONE, 'a', estimated, reported)).toBe(NONE);
    }
  });

  it('TOKEN-31 lets what is new weigh more: at each 20th run the old sums are halved, and the runs go on counting', () => {
    const old = learn(NONE, 20, 1000, 1000);
    expect(old['a']).toEqual({ reported: 20_000, estimated: 20_000, runs: 20 });
    const next = addRun(old, 'a', 1000, 1200);
    expect(next['a']).toEqual({ reported: 11_200, estimated: 11_000, runs: 21 });
    expect(calibrationFactor(learn(old, 80, 1000, 1200), 'a')).toBeGreaterThan(1.19);
  });

  it('TOKEN-30 is forgotten for one model at a time', () => {
    const known = addRun(addRun(NONE, 'a', 10, 11), 'b', 10, 11);
    expect(forgetModel(known, 'a')).toEqual({ b: known['b'] });
  });
});

describe('a calibrated count', () => {
  it('TOKEN-32 is the estimate times the factor, in whole tokens', () => {
    expect(calibrateCount(estimate, 1.0304, 4)).toMatchObject({ tokens: 1030, method: 'estimate' });
  });

  it('TOKEN-32 leaves exact and rough counts alone, and everything while no run is known', () => {
    for (const method of ['exact', 'rough'] as const) {
      const count = { ...estimate, method };
      expect(calibrateCount(count, 1.5, 9)).toBe(count);
    }
    expect(calibrateCount(estimate, 1, 0)).toBe(estimate);
  });

  it('TOKEN-33 has a band that shrinks with the root of the runs, and never below 1 %', () => {
    expect(calibrateCount(estimate, 1, 3)).toEqual({ tokens: 1000, low: 970, high: 1040, method: 'estimate' });
    expect(calibrateCount(estimate, 1, 1000)).toMatchObject({ low: 986, high: 1018 });
    const sure = { ...estimate, low: 995, high: 1005 };
    expect(calibrateCount(sure, 1, 20)).toMatchObject({ low: 990, high: 1010 });
  });

  it('TOKEN-33 brings prediction and report together in a few runs', () => {
    const factor = calibrationFactor(learn(NONE, 3, 17_000, 17_900), 'a');
    expect(calibrateCount({ ...estimate, tokens: 17_000 }, factor, 3).tokens).toBe(17_900);
  });
});
