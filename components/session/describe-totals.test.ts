import { expect, it } from 'vitest';
import { describeTotals } from './describe-totals.ts';

const totals = (change = {}) => ({ requests: 2, unpriced: 0, cost: 10_000_000, uncachedCost: 40_000_000, ...change });

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

it('RUN-10 claims nothing when no cost is known', () => {
  const { short, long } = describeTotals(totals({ unpriced: 2, cost: 0, uncachedCost: 0 }));
  expect(short).toBe('2 requests');
  expect(long).not.toContain('$');
});
