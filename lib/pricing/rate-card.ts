import { StrataError } from '@/lib/errors.ts';

/**
 * Prices in nanodollars per token, which are thousandths of a dollar per million tokens; whole numbers. An absent class has no known
 * price. `cacheCreationOther` is creation with a TTL that is neither 5m nor 1h (OpenAI's 30m).
 */
export interface TokenRates {
  readonly input: number;
  readonly cacheRead?: number;
  readonly cacheCreation5m?: number;
  readonly cacheCreation1h?: number;
  readonly cacheCreationOther?: number;
  readonly output: number;
}

/**
 * Rates for every token of a request, output included, whose prompt (reads and creation too) exceeds `abovePromptTokens`. Without
 * `rates`, such a request has another price that is not known.
 */
interface RateTier {
  readonly abovePromptTokens: number;
  readonly rates?: TokenRates;
}

/** Rates of which any may be unknown: a user's own. */
export type SomeRates = Partial<TokenRates>;

/** Rates in force from a day on (YYYY-MM-DD); without `from`, since the model appeared. `tiers` ascend. */
export interface DatedRates {
  readonly from?: string;
  readonly rates: SomeRates;
  readonly tiers?: readonly RateTier[];
}

/** A multiplier of every token rate as an exact fraction: `[numerator, denominator]`. */
export type Factor = readonly [number, number];

/** What asking for a modifier does to the price; an absent one is not offered, or its price is not known. */
export interface RateFactors {
  readonly batch?: Factor;
  readonly inferenceGeoUs?: Factor;
  readonly fast?: Factor;
}

/** All that pricing needs to know of a model; `{}` is a model of unknown price, `{ rates: [{ rates }] }` one with the user's own. */
export interface PriceCard {
  /** Ascending by `from`. */
  readonly rates?: readonly DatedRates[];
  readonly factors?: RateFactors;
  /** Creation costs plain input and is reported inside `inputTokens`: an unknown count of it leaves the price complete. */
  readonly creationWithinInput?: true;
  /** Nanodollars for one search by the provider's web search tool. */
  readonly webSearch?: number;
}

/** The rates in force on a day (YYYY-MM-DD), or the newest when no day is given; `undefined` where no price is known. */
export function ratesOn(card: PriceCard, date?: string): DatedRates | undefined {
  return card.rates?.findLast(({ from }) => date === undefined || from === undefined || from <= date);
}

/** The rates that a request of so many prompt tokens is billed at; `undefined` where that tier's price is not known. */
export function tierFor(dated: DatedRates, promptTokens: number): SomeRates | undefined {
  const tier = dated.tiers?.findLast(({ abovePromptTokens }) => promptTokens > abovePromptTokens);
  return tier === undefined ? dated.rates : tier.rates;
}

/** Rates from dollars per million tokens, as price pages state them; finer than $0.001 is rounded. Throws on a price below 0. */
export function ratesFromDollars(dollarsPerMillion: SomeRates): SomeRates {
  const known = Object.entries(dollarsPerMillion).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(known.map(([label, dollars]) => [label, fromDollars(dollars)]));
}

function fromDollars(dollars: number): number {
  const nanodollars = Math.round(dollars * 1000);
  if (!(Number.isSafeInteger(nanodollars) && nanodollars >= 0)) {
    throw new StrataError(`A price per million tokens must be a number of dollars from 0 up, not ${dollars}.`);
  }
  return nanodollars;
}
