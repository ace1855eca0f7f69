import { expect, it } from 'vitest';
import { describeAhead } from './describe-ahead.ts';

it('DIAG-17 says how far the clock is ahead in hours and minutes', () => {
  expect([0, 6, 60, 67].map((minutes) => describeAhead(minutes * 60_000))).toEqual([
    'clock as it is',
    '6 min ahead',
    '1 h ahead',
    '1 h 7 min ahead',
  ]);
});
