import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findModel } from '@/lib/pricing/model-card.ts';
import { type PriceOptions, priceUsage } from '@/lib/pricing/price.ts';
import { pricedBy } from '@/lib/pricing/price-terms.ts';
import { blockCosts, tokenCosts } from './costs.ts';

const NOTHING = {
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheCreation5mTokens: 0,
  cacheCreation1hTokens: 0,
  outputTokens: 0,
};
const OPUS = findModel('claude-opus-5-5');

describe('what a block costs', () => {
  it('PRICE-11 is rounded half up from the exact price, not from a float of it', () => {
    const card = pricedBy(OPUS, { input: 1.001 });
    const options = { inferenceGeo: 'us' };
    expect(blockCosts(25, tokenCosts({ card, options }, 1000)).uncached).toBe(27_528);
  });

  it('PRICE-11 is what the bill of a request says of as many tokens, in each class', () => {
    const dollars = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 10 ** 9 }));
    const asked = fc.constantFrom<PriceOptions>(
      {},
      { inferenceGeo: 'us' },
      { batch: true, inferenceGeo: 'us' },
      { speed: 'fast' },
    );
    fc.assert(
      fc.property(fc.nat(2_000_000), dollars, asked, (tokens, thousandths, options) => {
        const price = thousandths / 1000;
        const own = {
          input: price,
          cacheRead: price,
          cacheCreation5m: price,
          cacheCreation1h: price,
          cacheCreationOther: price,
        };
        const card = pricedBy(OPUS, own);
        const costs = blockCosts(tokens, tokenCosts({ card, options }, tokens));
        const bill = priceUsage({ ...NOTHING, inputTokens: tokens }, card ?? {}, options).total;
        expect(costs).toEqual({ read: bill, creation5m: bill, creation1h: bill, creationOther: bill, uncached: bill });
      }),
      { numRuns: 2000 },
    );
  });

  it('PRICE-9, PRICE-12 is at the tier of the whole prompt, and unknown where the price is', () => {
    const haiku = { card: findModel('claude-haiku-5-5'), options: {} };
    expect(blockCosts(10, tokenCosts(haiku, 100_000)).uncached).toBe(1_000);
    expect(blockCosts(10, tokenCosts(haiku, 100_001))).toMatchObject({ uncached: 5_000, creationOther: undefined });
    const unknown = {
      read: undefined,
      creation5m: undefined,
      creation1h: undefined,
      creationOther: undefined,
      uncached: undefined,
    };
    expect(blockCosts(10, tokenCosts({ card: undefined, options: {} }, 10))).toEqual(unknown);
    expect(blockCosts(10, tokenCosts({ ...haiku, options: { speed: 'fast' } }, 10))).toEqual(unknown);
  });
});
