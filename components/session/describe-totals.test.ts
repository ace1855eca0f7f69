import { expect, it } from 'vitest';
import { describeTotals } from './describe-totals.ts';

const totals = (change = {}) => ({
  requests: 2,
  unpriced: 0,
  cost: 10_000_000,
  uncachedCost: 40_000_000,
  partial: 0,
  partialCost: 0,
  ...change,
});

it('RUN-10 tells what a session cost and what caching saved', () => {
  expect(describeTotals(totals()).short).toBe('2 requests · $0.0100 · saved $0.0300');
  expect(describeTotals(totals()).long).toBe('Cost as reported $0.0100; uncached it would have been $0.0400.');
});

it('RUN-10 says so when caching cost more than it saved', () => {
  const { short } = describeTotals(totals({ requests: 1, uncachedCost: 8_000_000 }));
  expect(short).toBe('1 request · $0.0100 · $0.00200 dearer');
});

it('RUN-10 names the requests that are left out', () => {
  expect(describeTotals(totals({ unpriced: 1 })).long).toMatch(/ 1 of them has no known cost and is left out\.$/);
  expect(describeTotals(totals({ requests: 5, unpriced: 3 })).long).toMatch(/ 3 of them have .* and are left out\.$/);
});

it('RUN-10 tells what is known of a cost that is not known whole, as the least it can be', () => {
  const some = describeTotals(totals({ requests: 3, unpriced: 2, partial: 1, partialCost: 5_000_000 }));
  expect(some.short).toBe('3 requests · at least $0.0150 · saved $0.0300');
  expect(some.long).toBe(
    'Cost as reported $0.0100; uncached it would have been $0.0400. 1 of them has a cost that is not known whole: at least $0.00500 more. 1 of them has no known cost and is left out.',
  );
  const none = { requests: 1, unpriced: 1, cost: 0, uncachedCost: 0, partial: 1, partialCost: 5_000_000 };
  expect(describeTotals(none).short).toBe('1 request · at least $0.00500');
  expect(describeTotals(none).long).toMatch(/^No cost is known whole: together at least \$0\.00500\./);
});

it('RUN-10 claims nothing when no cost is known', () => {
  const { short, long } = describeTotals(totals({ unpriced: 2, cost: 0, uncachedCost: 0 }));
  expect(short).toBe('2 requests');
  expect(long).not.toContain('$');
});
