import { describe, expect, it } from 'vitest';
import type { RunFigures } from '@/lib/store/run-figures.ts';
import { describeRun } from './describe-run.ts';

const figures = (change: Partial<RunFigures>): RunFigures =>
  ({
    run: { number: 3 },
    read: 5,
    created: 2,
    uncached: 1,
    isReported: true,
    cost: undefined,
    ...change,
  }) as RunFigures;

describe('describeRun', () => {
  it('UI: says whose word the figures are, and what was not reported', () => {
    expect(describeRun(figures({}))).toContain('request 3, reported: read 5, created 2');
    expect(describeRun(figures({ isReported: false }))).toContain('predicted, not reported');
    expect(describeRun(figures({ created: undefined }))).toContain('creation not reported');
  });

  it('POLICY-18: gives no figure where nothing is reported or predicted', () => {
    const unknown = figures({ read: undefined, created: undefined, uncached: undefined, isReported: false });
    expect(describeRun(unknown)).toBe(
      'request 3, neither reported nor predicted how the prompt was cached, cost unknown',
    );
  });
});
