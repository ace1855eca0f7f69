import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, NANODOLLARS_PER_DOLLAR } from './money.ts';

const amount = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -NANODOLLARS_PER_DOLLAR, max: NANODOLLARS_PER_DOLLAR }),
  fc.integer({ min: -2_000, max: 2_000 }),
);
const read = (text: string) => Number(text.replace(/[$,]/g, '').replace('\u2212', '-')) * NANODOLLARS_PER_DOLLAR;

describe('formatMoney, as laws', () => {
  it('PRICE-2 reads as zero only for zero, and within half a per cent of the sum', () => {
    fc.assert(
      fc.property(amount, (nanodollars) => {
        const text = formatMoney(nanodollars);
        expect(/[1-9]/.test(text)).toBe(nanodollars !== 0);
        expect(text.startsWith('\u2212')).toBe(nanodollars < 0);
        expect(Math.abs(read(text) - nanodollars)).toBeLessThanOrEqual(Math.abs(nanodollars) * 0.00501);
      }),
    );
  });

  it('PRICE-3 writes sums side by side alike only when they are equal', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 5 }), (amounts) => {
        const texts = amounts.map((nanodollars) => formatMoney(nanodollars, { beside: amounts }));
        expect(new Set(texts).size).toBe(new Set(amounts).size);
      }),
    );
  });
});
