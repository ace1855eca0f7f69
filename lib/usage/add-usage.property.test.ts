import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUsage, NO_USAGE, reportedTotalInput } from './add-usage.ts';
import { settleCreation } from './settle-creation.ts';
import type { Usage } from './usage.ts';

const count = fc.nat(1_000_000);
const usage: fc.Arbitrary<Usage> = fc.record(
  {
    inputTokens: count,
    cacheReadTokens: count,
    cacheCreation5mTokens: count,
    cacheCreation1hTokens: count,
    cacheCreationOtherTokens: count,
    outputTokens: count,
  },
  { requiredKeys: [] },
);

describe('addUsage, as laws', () => {
  it('USAGE-1 is associative and commutative', () => {
    fc.assert(
      fc.property(usage, usage, usage, (a, b, c) => {
        expect(addUsage(addUsage(a, b), c)).toEqual(addUsage(a, addUsage(b, c)));
        expect(addUsage(a, b)).toEqual(addUsage(b, a));
      }),
    );
  });

  it('USAGE-1 adding nothing changes nothing but what creation implies', () => {
    fc.assert(
      fc.property(usage, (a) => {
        expect(addUsage(a, NO_USAGE)).toEqual(settleCreation(a));
      }),
    );
  });

  it('USAGE-2 settles once', () => {
    fc.assert(
      fc.property(usage, (a) => {
        expect(settleCreation(settleCreation(a))).toEqual(settleCreation(a));
      }),
    );
  });

  it('USAGE-3 totals of parts add up to the total of the sum', () => {
    fc.assert(
      fc.property(usage, usage, (a, b) => {
        const [x, y] = [reportedTotalInput(a), reportedTotalInput(b)];
        expect(reportedTotalInput(addUsage(a, b))).toBe(x === undefined || y === undefined ? undefined : x + y);
      }),
    );
  });
});
