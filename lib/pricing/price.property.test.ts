import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Usage } from '@/lib/usage/usage.ts';
import { MODEL_CARDS } from './model-card.ts';
import { type PriceOptions, priceUsage, uncachedPrice } from './price.ts';

const count = fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 3 }));
const partial: fc.Arbitrary<Usage> = fc.record(
  {
    inputTokens: count,
    cacheReadTokens: count,
    cacheCreation5mTokens: count,
    cacheCreation1hTokens: count,
    cacheCreationOtherTokens: count,
    outputTokens: count,
  },
  { requiredKeys: [] },
);
const options: fc.Arbitrary<PriceOptions> = fc.record(
  {
    on: fc.constantFrom('2026-10-06', '2026-10-07'),
    batch: fc.boolean(),
    inferenceGeo: fc.constantFrom('us', 'global'),
    speed: fc.constantFrom('standard', 'fast'),
    otherCreationAs5m: fc.boolean(),
    webSearches: fc.nat(5),
  },
  { requiredKeys: [] },
);
const anyCard = fc.constantFrom(...MODEL_CARDS, {});

describe('priceUsage, as laws', () => {
  it('PRICE-11 has lines that add up to the total, each within half a nanodollar of tokens × rate', () => {
    fc.assert(
      fc.property(partial, anyCard, options, (usage, card, asked) => {
        const { lines, total, complete, missing } = priceUsage(usage, card, asked);
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
        expect(complete).toBe(missing.length === 0);
        for (const { tokens, rate, amount } of lines) {
          expect(Number.isSafeInteger(amount)).toBe(true);
          expect(Math.abs(amount - tokens * rate)).toBeLessThanOrEqual(0.501);
        }
      }),
    );
  });

  it('PRICE-12 says less, and never costs more, when a count is not known', () => {
    fc.assert(
      fc.property(
        partial,
        anyCard,
        options,
        fc.constantFrom('cacheReadTokens', 'outputTokens'),
        (usage, card, asked, key) => {
          const { [key]: _, ...rest } = usage;
          const less = priceUsage(rest, card, asked);
          const more = priceUsage(usage, card, asked);
          // Above a threshold whose price is not known the fuller report is the one that says less.
          if (more.missing.includes('the price of a prompt this long')) return;
          expect(less.total).toBeLessThanOrEqual(more.total);
          expect(less.complete).toBe(false);
        },
      ),
    );
  });

  it('PRICE-16 prices uncached input like a request without a cache', () => {
    fc.assert(
      fc.property(count, anyCard, options, (tokens, card, asked) => {
        const usage = { inputTokens: tokens, cacheReadTokens: 0, cacheCreationOtherTokens: 0, outputTokens: 0 };
        expect(uncachedPrice(tokens, card, asked)).toEqual(priceUsage(usage, card, { ...asked, webSearches: 0 }));
      }),
    );
  });
});
