import { expect, it } from 'vitest';
import { dayOf } from './day.ts';
import { findModel } from './model-card.ts';
import { stalePrices } from './stale-prices.ts';

const opus = findModel('claude-opus-5-5');

it('PRICE-22: prices are old from the 61st day after they were read; a card without prices has none that could be', () => {
  const after = (days: number) => dayOf(Date.parse(opus?.readOn ?? '') + days * 86_400_000);
  expect(stalePrices(opus, after(60))).toBeUndefined();
  expect(stalePrices(opus, after(61))).toBe(opus?.readOn);
  const { rates: _, ...unpriced } = opus ?? expect.fail('The model is known.');
  expect(stalePrices(unpriced, after(61))).toBeUndefined();
  expect(stalePrices(undefined, after(61))).toBeUndefined();
});
