import { describe, expect, it } from 'vitest';
import { formatMoney } from './money.ts';

describe('formatMoney', () => {
  it.each([
    [0, '$0'],
    [1, '$0.000000001'],
    [-1, '\u2212$0.000000001'],
    [1_250, '$0.00000125'],
    [2_050_000, '$0.00205'],
    [4_000_000, '$0.00400'],
    [32_000_000, '$0.0320'],
    [118_800_000, '$0.1188'],
    [500_000_000, '$0.500'],
    [628_000_000, '$0.628'],
    [999_960_000, '$1.000'],
    [1_000_000_000, '$1.00'],
    [1_234_560_000, '$1.2346'],
    [4_880_000_000, '$4.88'],
    [-1_234_567_800_000, '\u2212$1,234.5678'],
    [1_000_000_000_000_000, '$1,000,000.00'],
  ])('PRICE-2 writes %d as %s', (nanodollars, text) => expect(formatMoney(nanodollars)).toBe(text));

  it('PRICE-3 gets the decimals that tell it from its neighbours', () => {
    const pair = [10_250_000, 10_250_500];
    expect(pair.map((amount) => formatMoney(amount))).toEqual(['$0.0103', '$0.0103']);
    expect(pair.map((amount) => formatMoney(amount, { beside: pair }))).toEqual(['$0.010250', '$0.010251']);
  });

  it('PRICE-3 needs no more decimals beside itself, or beside its own negative', () => {
    expect(formatMoney(32_000_000, { beside: [32_000_000, -32_000_000] })).toBe('$0.0320');
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('PRICE-1 refuses %d', (amount) => {
    expect(() => formatMoney(amount)).toThrow('whole nanodollars');
  });
});
