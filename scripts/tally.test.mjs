import { describe, expect, it } from 'vitest';
import { countsOf, tally } from './tally.mjs';

const unit = {
  numPassedTests: 10,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'failed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [] },
  ],
};
const browser = { stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 3 }, errors: [{}] };

describe('tally', () => {
  it("reads vitest's report; a file that could not be loaded is a failure", () => {
    expect(countsOf(unit)).toEqual({ passed: 10, failed: 2, skipped: 3 });
  });

  it("reads Playwright's report; a fault outside the tests is a failure", () => {
    expect(countsOf(browser)).toEqual({ passed: 5, failed: 3, skipped: 3 });
  });

  it('adds reports up and leaves other files out', () => {
    expect(tally([unit, browser, { anything: 1 }], 1)).toEqual({ passed: 15, failed: 5, skipped: 6 });
  });

  it('counts a run that ended badly without a failed test as one failure', () => {
    const green = { stats: { expected: 4, flaky: 0, unexpected: 0, skipped: 0 }, errors: [] };
    expect(tally([green], 0)).toMatchObject({ passed: 4, failed: 0 });
    expect(tally([green], 2)).toMatchObject({ passed: 4, failed: 1 });
    expect(tally([], 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});
