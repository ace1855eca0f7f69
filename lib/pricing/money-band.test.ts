import { describe, expect, it } from 'vitest';
import { moneyBand } from './money-band.ts';

describe('the band of a cost', () => {
  it('TOKEN-50 is in proportion to the band of its tokens, rounded outwards to whole nanodollars', () => {
    expect(moneyBand(51_600_000, { tokens: 17_200, low: 16_168, high: 18_232 })).toEqual({
      amount: 51_600_000,
      low: 48_504_000,
      high: 54_696_000,
    });
    expect(moneyBand(1, { tokens: 3, low: 2, high: 4 })).toEqual({ amount: 1, low: 0, high: 2 });
  });

  it('TOKEN-50 is no wider than the count, and nothing is divided by no tokens', () => {
    expect(moneyBand(700, { tokens: 7, low: 7, high: 7 })).toEqual({ amount: 700, low: 700, high: 700 });
    expect(moneyBand(0, { tokens: 0, low: 0, high: 0 })).toEqual({ amount: 0, low: 0, high: 0 });
  });
});
