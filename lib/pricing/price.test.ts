import { describe, expect, it } from 'vitest';
import { StrataError } from '@/lib/errors.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import { findModel, type ModelCard } from './model-card.ts';
import { type PriceOptions, priceUsage, uncachedPrice } from './price.ts';
import { ratesFromDollars } from './rate-card.ts';

function card(id: string): ModelCard {
  const found = findModel(id);
  if (found === undefined) throw new StrataError(`No card for ${id}`);
  return found;
}

/** Uncached, 5m creation, 1h creation, read, output. */
const used = (input: number, creation5m = 0, creation1h = 0, read = 0, output = 0): Usage => ({
  inputTokens: input,
  cacheReadTokens: read,
  cacheCreation5mTokens: creation5m,
  cacheCreation1hTokens: creation1h,
  outputTokens: output,
});

const OPUS = card('claude-opus-5-5');
const HAIKU = card('claude-haiku-5-5');
const total = (usage: Usage, id: string, options?: PriceOptions) => priceUsage(usage, card(id), options).total;

describe('priceUsage, golden', () => {
  it('caching example 14: first, second and uncached request on Opus 5.5 (PRICE-11, PRICE-16)', () => {
    expect(priceUsage(used(500, 6_000), OPUS)).toEqual({
      lines: [
        { label: 'input', tokens: 500, rate: 4_000, amount: 2_000_000 },
        { label: 'cacheCreation5m', tokens: 6_000, rate: 5_000, amount: 30_000_000 },
      ],
      total: 32_000_000,
      complete: true,
      missing: [],
    });
    expect(priceUsage(used(700, 0, 0, 6_000), OPUS).total).toBe(4_000_000);
    expect(uncachedPrice(6_500, OPUS).total).toBe(26_000_000);
  });

  it('caching example 16: mixed TTL on Opus 5.5 (PRICE-11)', () => {
    const priced = priceUsage(used(300, 4_000, 12_000, 8_000), OPUS);
    expect(priced.lines.map(({ label, amount }) => [label, amount])).toEqual([
      ['input', 1_200_000],
      ['cacheRead', 1_600_000],
      ['cacheCreation5m', 20_000_000],
      ['cacheCreation1h', 96_000_000],
    ]);
    expect(priced.total).toBe(118_800_000);
  });

  it('caching example 18: a lookback miss on Opus 5.5 (PRICE-11)', () => {
    expect(priceUsage(used(0, 43_000), OPUS).total).toBe(215_000_000);
    expect(priceUsage(used(0, 3_000, 0, 40_000), OPUS).total).toBe(23_000_000);
    expect(priceUsage(used(0, 31_000, 0, 12_000), OPUS).total).toBe(157_400_000);
  });

  it('caching example 22: one token over the threshold of Haiku 5.5 makes it five times dearer (PRICE-9)', () => {
    expect(priceUsage(used(1_000, 4_000, 0, 95_000, 1_000), HAIKU).total).toBe(2_050_000);
    expect(priceUsage(used(1_001, 4_000, 0, 95_000, 1_000), HAIKU).total).toBe(10_250_500);
  });

  it.each([
    ['claude-opus-5-5', 628_000_000, 4_880_000_000],
    ['claude-fable-5-2', 1_028_000_000, 9_760_000_000],
    ['claude-opus-4-8', 1_070_000_000, 6_100_000_000],
  ])('caching example 25: an agent loop of 20 turns on %s (PRICE-11, PRICE-16)', (id, cached, uncached) => {
    const turns = Array.from({ length: 20 }, (_, turn) => 40_000 + 2_000 * turn);
    const loop = turns.map((prefix, turn) => (turn === 0 ? used(0, prefix + 2_000) : used(0, 2_000, 0, prefix)));
    expect(loop.reduce((sum, usage) => sum + total(usage, id), 0)).toBe(cached);
    expect(turns.reduce((sum, prefix) => sum + uncachedPrice(prefix + 2_000, card(id)).total, 0)).toBe(uncached);
  });
});

describe('priceUsage, factors', () => {
  const million = used(1_000_000, 0, 0, 0, 1_000_000);

  it.each([
    ['claude-opus-5-5', 8_000_000_000, 40_000_000_000],
    ['claude-opus-5', 10_000_000_000, 50_000_000_000],
    ['claude-opus-4-8', 10_000_000_000, 50_000_000_000],
    ['claude-fable-5-2', 16_000_000_000, 80_000_000_000],
    ['claude-opus-4-6', 5_000_000_000, 25_000_000_000],
  ])('PRICE-10 knows the fast price of %s', (id, input, output) => {
    expect(priceUsage(million, card(id), { speed: 'fast' }).lines.map(({ amount }) => amount)).toEqual([input, output]);
  });

  it('PRICE-10 multiplies every class, cache included', () => {
    const usage = used(10, 10, 10, 10, 10);
    const rates = priceUsage(usage, OPUS, { batch: true, inferenceGeo: 'us' }).lines.map(({ rate }) => rate);
    expect(rates).toEqual([2_200, 110, 2_750, 4_400, 11_000]);
    expect(priceUsage(usage, OPUS, { inferenceGeo: 'global' }).total).toBe(priceUsage(usage, OPUS).total);
  });

  it('PRICE-11 rounds half up once, on the line', () => {
    const [line] = priceUsage(used(0, 1), HAIKU, { batch: true }).lines;
    expect(line).toEqual({ label: 'cacheCreation5m', tokens: 1, rate: 62.5, amount: 63 });
    expect(priceUsage(used(0, 2), HAIKU, { batch: true }).total).toBe(125);
  });

  it.each<[string, PriceOptions, string]>([
    ['claude-sonnet-5-5', { speed: 'fast' }, 'the price of fast mode'],
    ['claude-opus-4-7', { speed: 'fast' }, 'the price of fast mode'],
    ['claude-haiku-4-5', { inferenceGeo: 'us' }, 'the price of inference in the US'],
    ['claude-opus-5-5', { batch: true, speed: 'fast' }, 'the price of fast mode in a batch (the two do not combine)'],
  ])('PRICE-10 has no price for %s with %j', (id, options, missing) => {
    expect(priceUsage(million, card(id), options)).toEqual({
      lines: [],
      total: 0,
      complete: false,
      missing: [missing],
    });
  });

  it('PRICE-6 prices a request at the rates of its day', () => {
    const read = used(0, 0, 0, 1_000);
    expect(total(read, 'claude-sonnet-5-5', { on: '2026-10-06' })).toBe(200_000);
    expect(total(read, 'claude-sonnet-5-5', { on: '2026-10-07' })).toBe(100_000);
  });

  it('PRICE-15 prices searches by the search, in a batch too', () => {
    const priced = priceUsage(used(1), OPUS, { batch: true, webSearches: 3 });
    expect(priced.lines.at(-1)).toEqual({ label: 'webSearch', tokens: 3, rate: 10_000_000, amount: 30_000_000 });
    expect(priceUsage(used(0), card('gpt-5.5'), { webSearches: 1 }).missing).toEqual(['the price of web searches']);
    expect(uncachedPrice(1, OPUS, { webSearches: 3 }).total).toBe(4_000);
  });
});

describe('priceUsage, in part', () => {
  it('PRICE-12 prices what is known and names the rest', () => {
    const priced = priceUsage({ inputTokens: 1_000, outputTokens: 10 }, OPUS);
    expect(priced.total).toBe(4_200_000);
    expect(priced.complete).toBe(false);
    expect(priced.missing).toEqual([
      'the count of cache read',
      'the count of 5m cache creation',
      'the count of 1h cache creation',
      'the count of cache creation with another or unknown TTL',
    ]);
  });

  it('PRICE-9 chooses the tier by a prompt that is told as a whole, where its parts are not', () => {
    const whole = (totalInputTokens: number) => priceUsage({ totalInputTokens, outputTokens: 1_000 }, HAIKU);
    expect(whole(100_000).total).toBe(500_000);
    expect(whole(150_000)).toMatchObject({ total: 2_500_000, complete: false });
    const partly = { inputTokens: 10, totalInputTokens: 150_000, outputTokens: 1_000 };
    expect(priceUsage(partly, HAIKU).total).toBe(2_500_000 + 10 * 500);
  });

  it('PRICE-12 says that a model has no known price', () => {
    const nothing = { lines: [], total: 0, complete: false, missing: ['the price of this model'] };
    expect(priceUsage(used(5, 5, 5, 5, 5), {})).toEqual(nothing);
    expect(priceUsage(used(5), card('claude-mythos-preview'))).toEqual(nothing);
    expect(priceUsage(used(272_001), card('gpt-6.2-sol')).missing).toEqual(['the price of a prompt this long']);
  });

  it('PRICE-13 prices creation of unknown TTL as 5m only when told to', () => {
    const usage = { inputTokens: 0, cacheReadTokens: 0, cacheCreationOtherTokens: 1_000, outputTokens: 0 };
    expect(priceUsage(usage, OPUS).missing).toEqual(['the price of cache creation with another or unknown TTL']);
    expect(priceUsage(usage, OPUS, { otherCreationAs5m: true })).toMatchObject({ total: 5_000_000, complete: true });
    expect(priceUsage(usage, card('gpt-5.6-sol'))).toMatchObject({ total: 5_000_000, complete: true });
  });

  it('PRICE-14 needs no count of creation where it is not billed apart', () => {
    const usage = { inputTokens: 1_000, cacheReadTokens: 1_000, outputTokens: 0 };
    expect(priceUsage(usage, card('gpt-5.4'))).toMatchObject({ total: 2_750_000, complete: true });
    expect(priceUsage(usage, card('gpt-5.6-terra')).complete).toBe(false);
  });

  it('PRICE-17 prices with a user’s own rates', () => {
    const own = { rates: [{ rates: ratesFromDollars({ input: 0.5, output: 1.5 }) }] };
    expect(priceUsage(used(1_000, 0, 0, 0, 1_000), own)).toMatchObject({ total: 2_000_000, complete: true });
    expect(priceUsage(used(1_000, 0, 0, 7), own).missing).toEqual(['the price of cache read']);
  });

  it.each([-1, 0.5, Number.NaN])('PRICE-12 refuses a count of %d', (tokens) => {
    expect(() => priceUsage(used(tokens), OPUS)).toThrow('The count of uncached input');
  });

  it('PRICE-1 refuses a sum that a number cannot hold', () => {
    expect(() => priceUsage(used(Number.MAX_SAFE_INTEGER), OPUS)).toThrow('Too large to price');
  });
});
