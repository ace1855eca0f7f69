import { expect, it } from 'vitest';
import { leastSure } from './least-sure.ts';

it('ANALYSIS-5: a sum is as sure as the least sure of its parts; of nothing it is exact', () => {
  expect(leastSure([])).toBe('exact');
  expect(leastSure(['exact', 'exact'])).toBe('exact');
  expect(leastSure(['exact', 'estimate', 'exact'])).toBe('estimate');
  expect(leastSure(['estimate', 'exact', 'rough'])).toBe('rough');
});
