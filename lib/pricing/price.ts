import { StrataError } from '@/lib/errors.ts';
import { reportedTotalInput } from '@/lib/usage/add-usage.ts';
import { settleCreation } from '@/lib/usage/settle-creation.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import { type Factor, type PriceCard, ratesOn, type SomeRates, type TokenRates, tierFor } from './rate-card.ts';

export type PriceLabel = keyof TokenRates | 'webSearch';

/** One class of a bill. `tokens` counts what `rate` is per: tokens, or searches on the line `webSearch`. */
export interface PriceLine {
  readonly label: PriceLabel;
  readonly tokens: number;
  /** Nanodollars for one, after every factor; may be a fraction (62.5). */
  readonly rate: number;
  /** Whole nanodollars: tokens × rate, rounded half up once, on the line. */
  readonly amount: number;
}

/** The lines add up to `total` exactly. Not `complete`: `total` is what is known, and `missing` says what it leaves out, for a person. */
export interface PricedUsage {
  readonly lines: readonly PriceLine[];
  readonly total: number;
  readonly complete: boolean;
  readonly missing: readonly string[];
}

/** What a token costs, exactly: whole nanodollars times what multiplies them. */
export interface ExactRate {
  readonly rate: number;
  readonly factor: Factor;
}

export interface PriceOptions {
  /** The day of the request, YYYY-MM-DD; without it the newest rates apply. */
  readonly on?: string;
  readonly batch?: boolean;
  /** As on the wire; only `us` has a price of its own. */
  readonly inferenceGeo?: string;
  readonly speed?: 'standard' | 'fast';
  /** Price creation of unknown TTL as 5m where the card has no price for it. */
  readonly otherCreationAs5m?: boolean;
  readonly webSearches?: number;
}

const CLASSES = [
  { label: 'input', field: 'inputTokens', name: 'uncached input' },
  { label: 'cacheRead', field: 'cacheReadTokens', name: 'cache read' },
  { label: 'cacheCreation5m', field: 'cacheCreation5mTokens', name: '5m cache creation' },
  { label: 'cacheCreation1h', field: 'cacheCreation1hTokens', name: '1h cache creation' },
  {
    label: 'cacheCreationOther',
    field: 'cacheCreationOtherTokens',
    name: 'cache creation with another or unknown TTL',
  },
  { label: 'output', field: 'outputTokens', name: 'output' },
] as const;

/** The bill of one request. Anything unknown makes it partial, never wrong by a guess. Throws on a count that is not whole and ≥ 0. */
export function priceUsage(usage: Usage, card: PriceCard, options: PriceOptions = {}): PricedUsage {
  const settled = settleCreation(usage);
  const lines: PriceLine[] = [];
  const missing: string[] = [];
  const found = ratesFor(reportedTotalInput(settled) ?? knownInput(settled), card, options);
  if (typeof found === 'string') missing.push(found);
  for (const { label, field, name } of CLASSES) {
    const tokens = settled[field];
    if (tokens === undefined) {
      if (!(card.creationWithinInput && label.startsWith('cacheCreation'))) missing.push(`the count of ${name}`);
    } else if (counted(tokens, name) > 0 && typeof found !== 'string') {
      const rate = rateOf(found.rates, label, options);
      if (rate === undefined) missing.push(`the price of ${name}`);
      else lines.push(lineOf(label, tokens, { rate, factor: found.factor }));
    }
  }
  const searches = counted(options.webSearches ?? 0, 'web searches');
  if (searches > 0 && card.webSearch === undefined) missing.push('the price of web searches');
  else if (searches > 0 && card.webSearch !== undefined) {
    lines.push(lineOf('webSearch', searches, { rate: card.webSearch, factor: [1, 1] }));
  }
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return { lines, total, complete: missing.length === 0, missing };
}

/** What the same prompt costs when nothing of it is cached: its input alone, without output and searches. */
export function uncachedPrice(totalInput: number, card: PriceCard, options: PriceOptions = {}): PricedUsage {
  const usage = { inputTokens: totalInput, cacheReadTokens: 0, cacheCreationOtherTokens: 0, outputTokens: 0 };
  return priceUsage(usage, card, { ...options, webSearches: 0 });
}

/** What a token of each class costs in a prompt this long; `undefined` where that is not known. */
export function exactRates(
  promptTokens: number,
  card: PriceCard,
  options: PriceOptions,
): (label: keyof TokenRates) => ExactRate | undefined {
  const found = ratesFor(promptTokens, card, options);
  if (typeof found === 'string') return () => undefined;
  return (label) => {
    const rate = rateOf(found.rates, label, options);
    return rate === undefined ? undefined : { rate, factor: found.factor };
  };
}

/** The rates and factor of a request, or what is not known of them. */
function ratesFor(
  promptTokens: number,
  card: PriceCard,
  options: PriceOptions,
): { readonly rates: SomeRates; readonly factor: Factor } | string {
  const dated = ratesOn(card, options.on);
  if (dated === undefined) return 'the price of this model';
  const factor = factorFor(card, options);
  if (typeof factor === 'string') return factor;
  const rates = tierFor(dated, promptTokens);
  return rates === undefined ? 'the price of a prompt this long' : { rates, factor };
}

/** A part of the prompt that nobody told counts as 0 for the tier. */
const knownInput = (usage: Usage): number =>
  CLASSES.reduce((sum, { label, field }) => sum + (label === 'output' ? 0 : (usage[field] ?? 0)), 0);

function factorFor({ factors = {} }: PriceCard, { batch, inferenceGeo, speed }: PriceOptions): Factor | string {
  if (batch && speed === 'fast') return 'the price of fast mode in a batch (the two do not combine)';
  const asked = [
    ...(batch ? [['a batch', factors.batch] as const] : []),
    ...(inferenceGeo === 'us' ? [['inference in the US', factors.inferenceGeoUs] as const] : []),
    ...(speed === 'fast' ? [['fast mode', factors.fast] as const] : []),
  ];
  let product: Factor = [1, 1];
  for (const [name, factor] of asked) {
    if (factor === undefined) return `the price of ${name}`;
    product = [product[0] * factor[0], product[1] * factor[1]];
  }
  return product;
}

function rateOf(rates: SomeRates, label: keyof TokenRates, { otherCreationAs5m }: PriceOptions): number | undefined {
  if (label === 'cacheCreationOther' && rates.cacheCreationOther === undefined && otherCreationAs5m) {
    return rates.cacheCreation5m;
  }
  return rates[label];
}

function lineOf(label: PriceLabel, tokens: number, exact: ExactRate): PriceLine {
  const { rate, factor } = exact;
  const amount = amountOf(tokens, exact);
  if (!Number.isSafeInteger(amount)) throw new StrataError(`Too large to price: ${tokens} at ${rate} nanodollars.`);
  return { label, tokens, rate: (rate * factor[0]) / factor[1], amount };
}

/** Tokens × rate in nanodollars, rounded half up to a whole one. Integers throughout: a float would lose nanodollars. */
export function amountOf(tokens: number, { rate, factor }: ExactRate): number {
  // By index: to take a list apart makes an iterator, and every block has five prices at every keystroke.
  const numerator = factor[0];
  const denominator = factor[1];
  const divisor = 2 * denominator;
  const twice = 2 * tokens * rate * numerator + denominator;
  if (Number.isSafeInteger(twice)) return (twice - (twice % divisor)) / divisor;
  const exact = 2n * BigInt(tokens) * BigInt(rate) * BigInt(numerator) + BigInt(denominator);
  return Number(exact / BigInt(divisor));
}

function counted(tokens: number, name: string): number {
  if (Number.isSafeInteger(tokens) && tokens >= 0) return tokens;
  throw new StrataError(`The count of ${name} must be a whole number from 0 up, not ${tokens}.`);
}
