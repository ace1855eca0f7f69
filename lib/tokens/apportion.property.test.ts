import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';

describe('apportion', () => {
  it('TOKEN-20: shares are whole, not negative and add up to the total', () => {
    const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (total, given) => {
        const shares = apportion(total, given);
        expect(shares.reduce((left, right) => left + right, 0)).toBe(total);
        expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true);
      }),
    );
  });

  it('TOKEN-20: each share is its part rounded down, or one more where the remainders are largest', () => {
    const weights = fc.array(fc.nat(12), { minLength: 1, maxLength: 12 }).filter((given) => given.some(Boolean));
    fc.assert(
      fc.property(fc.nat(1000), weights, (total, given) => {
        const sum = given.reduce((left, right) => left + right, 0);
        const shares = apportion(total, given);
        const remainders = given.map((weight) => (total * weight) % sum);
        const isMore = given.map(
          (weight, index) => (shares[index] ?? 0) - (total * weight - (remainders[index] ?? 0)) / sum,
        );
        expect(isMore.every((more) => more === 0 || more === 1)).toBe(true);
        const least = Math.min(...remainders.filter((_, index) => isMore[index] === 1));
        const most = Math.max(0, ...remainders.filter((_, index) => isMore[index] === 0));
        expect(least).toBeGreaterThanOrEqual(most);
      }),
    );
  });
});
