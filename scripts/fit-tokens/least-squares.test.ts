import { describe, expect, it } from 'vitest';
import { fitNonNegative } from './least-squares.ts';

const observe = (amounts: readonly number[], value: number) => ({
  features: new Map(amounts.entries()),
  value,
  weight: 1,
});
const weakPriors = (...values: number[]) => values.map((value) => ({ value, strength: 1e-9 }));

describe('fitNonNegative', () => {
  it('TOKENS-9: finds the coefficients that explain the values', () => {
    const observations = [observe([1, 0], 2), observe([0, 1], 3), observe([1, 1], 5), observe([4, 2], 14)];
    const [first, second] = fitNonNegative(observations, weakPriors(1, 1));
    expect(first).toBeCloseTo(2, 5);
    expect(second).toBeCloseTo(3, 5);
  });

  it('TOKENS-9: gives no negative coefficient', () => {
    const [first, second] = fitNonNegative(
      [observe([1, 1], 1), observe([1, 2], 0.5), observe([2, 0], 3)],
      weakPriors(1, 1),
    );
    expect(second).toBe(0);
    expect(first).toBeGreaterThan(0);
  });

  it('TOKENS-9: a feature without observations keeps its prior', () => {
    expect(fitNonNegative([observe([1, 0], 2)], weakPriors(1, 1.2))[1]).toBeCloseTo(1.2, 9);
  });
});
