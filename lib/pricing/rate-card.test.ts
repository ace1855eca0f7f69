import { describe, expect, it } from 'vitest';
import { findModel, MODEL_CARDS } from './model-card.ts';
import { ratesFromDollars, ratesOn, type TokenRates, tierFor } from './rate-card.ts';

const allRates = (vendor: string): (readonly [string, TokenRates])[] =>
  MODEL_CARDS.filter((card) => card.vendor === vendor).flatMap(({ id, rates = [] }) =>
    rates.flatMap((dated) =>
      [dated.rates, ...(dated.tiers ?? []).map((tier) => tier.rates)].flatMap((row) => {
        const { input, output } = row ?? {};
        return input === undefined || output === undefined ? [] : [[id, { ...row, input, output }] as const];
      }),
    ),
  );

describe('ratesOn', () => {
  const card = findModel('claude-sonnet-5-5') ?? {};

  it.each([
    ['2026-10-06', 200],
    ['2026-10-07', 100],
    ['2027-01-01', 100],
    [undefined, 100],
  ])('PRICE-6 reads Sonnet 5.5 on %s at %d nanodollars a token', (date, cacheRead) => {
    expect(ratesOn(card, date)?.rates.cacheRead).toBe(cacheRead);
  });

  it('PRICE-6 knows no rates before the first of them', () => {
    expect(ratesOn({ rates: [{ from: '2026-01-01', rates: { input: 1, output: 1 } }] }, '2025-12-31')).toBeUndefined();
    expect(ratesOn({})).toBeUndefined();
  });

  it('PRICE-6 has its dates in ascending order', () => {
    for (const { rates = [] } of MODEL_CARDS) {
      const dates = rates.map(({ from }) => from ?? '');
      expect(dates).toEqual([...new Set(dates)].sort());
    }
  });
});

describe('the rates', () => {
  it.each(allRates('anthropic'))('PRICE-7 follow the multipliers on %s', (id, rates) => {
    expect(rates.cacheCreation5m).toBe(rates.input * 1.25);
    expect(rates.cacheCreation1h).toBe(rates.input * 2);
    const cheap = /-5-[12]$/.test(id) ? 0.025 : id === 'claude-opus-5-5' ? 0.05 : 0.1;
    const expected = id === 'claude-sonnet-5-5' ? [0.1, 0.05] : [cheap];
    expect(expected.map((factor) => Math.round(rates.input * factor))).toContain(rates.cacheRead);
  });

  it.each(allRates('openai'))('PRICE-7 charge creation 1.25 times on %s, or not apart', (id, rates) => {
    const apart = !id.startsWith('gpt-5.5') && !id.startsWith('gpt-5.4');
    expect(rates.cacheCreationOther).toBe(apart ? rates.input * 1.25 : undefined);
    expect(rates.cacheCreation5m).toBeUndefined();
  });

  it('PRICE-1 are whole nanodollars, and output costs more than input', () => {
    for (const [, rates] of [...allRates('anthropic'), ...allRates('openai')]) {
      for (const rate of Object.values(rates)) expect(Number.isSafeInteger(rate) && rate > 0).toBe(true);
      expect(rates.output).toBeGreaterThan(rates.input);
    }
  });

  it('PRICE-8 are absent where no price is established', () => {
    expect(MODEL_CARDS.filter(({ rates }) => rates === undefined).map(({ id }) => id)).toEqual([
      'claude-mythos-preview',
    ]);
  });
});

describe('tierFor', () => {
  const dated = ratesOn(findModel('claude-haiku-5-5') ?? {}) ?? { rates: { input: 0, output: 0 } };

  it('PRICE-9 leaves the low tier above 100,000 prompt tokens', () => {
    expect(tierFor(dated, 100_000)?.output).toBe(500);
    expect(tierFor(dated, 100_001)?.output).toBe(2_500);
  });

  it('PRICE-9 may know of a tier without its price', () => {
    const sol = ratesOn(findModel('gpt-6.2-sol') ?? {}) ?? dated;
    expect(tierFor(sol, 272_000)?.input).toBe(2_000);
    expect(tierFor(sol, 272_001)).toBeUndefined();
  });
});

describe('ratesFromDollars', () => {
  it('PRICE-17 takes dollars per million tokens', () => {
    expect(ratesFromDollars({ input: 0.3, cacheRead: 0.03, output: 1.1 })).toEqual({
      input: 300,
      cacheRead: 30,
      output: 1_100,
    });
    const all = { input: 4, cacheRead: 0.2, cacheCreation5m: 5, cacheCreation1h: 8, cacheCreationOther: 5, output: 20 };
    expect(ratesFromDollars(all)).toEqual(
      Object.fromEntries(Object.entries(all).map(([key, dollars]) => [key, dollars * 1_000])),
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('PRICE-17 refuses %d', (input) => {
    expect(() => ratesFromDollars({ input, output: 1 })).toThrow('from 0 up');
  });
});
