import {
  amountOf,
  type ExactRate,
  exactRates,
  type PricedUsage,
  type PriceOptions,
  priceUsage,
  uncachedPrice,
} from '@/lib/pricing/price.ts';
import { conditionsOf } from '@/lib/pricing/price-terms.ts';
import type { PriceCard } from '@/lib/pricing/rate-card.ts';
import type { Outlook } from '@/lib/simulate/outlook.ts';
import type { InputUsage } from '@/lib/usage/usage.ts';
import type { BlockCosts, CostOutlook } from './analysis.ts';
import type { Assembly } from './assembly.ts';

/** What a request is priced by, and on what conditions. */
export interface Pricing {
  readonly card: PriceCard | undefined;
  readonly options: PriceOptions;
}

/** The pricing of a request on a day (YYYY-MM-DD): as a batch where that is asked for, else by the request's own fields. */
export function pricingOf(
  { document, price, built }: Pick<Assembly, 'document' | 'price' | 'built'>,
  on: string,
): Pricing {
  return {
    card: price,
    options: { on, ...(document.price?.batch && { batch: true }), ...conditionsOf(built.request) },
  };
}

/** The bill of a request's input, whole or partial; `undefined` without any price. */
function inputBill(usage: InputUsage, { card, options }: Pricing): PricedUsage | undefined {
  return card && priceUsage({ cacheCreationOtherTokens: 0, ...usage, outputTokens: 0 }, card, options);
}

const wholeOf = (bill: PricedUsage | undefined): number | undefined => (bill?.complete ? bill.total : undefined);

/** What a token costs in each case, exactly; `undefined` where the price is not known. */
type TokenCosts = { readonly [Case in keyof BlockCosts]: ExactRate | undefined };

/** What a token costs in each case, at the rates and on the conditions of a request of `promptTokens`. */
export function tokenCosts({ card, options }: Pricing, promptTokens: number): TokenCosts {
  const rateOf = exactRates(promptTokens, card ?? {}, options);
  return {
    read: rateOf('cacheRead'),
    creation5m: rateOf('cacheCreation5m'),
    creation1h: rateOf('cacheCreation1h'),
    creationOther: rateOf('cacheCreationOther'),
    uncached: rateOf('input'),
  };
}

/** What a block costs in each case, in whole nanodollars. */
export function blockCosts(tokens: number, rates: TokenCosts): BlockCosts {
  const { read, creation5m, creation1h, creationOther, uncached } = rates;
  return {
    read: read && amountOf(tokens, read),
    creation5m: creation5m && amountOf(tokens, creation5m),
    creation1h: creation1h && amountOf(tokens, creation1h),
    creationOther: creationOther && amountOf(tokens, creationOther),
    uncached: uncached && amountOf(tokens, uncached),
  };
}

/** `now` is the next request's usage; without it nothing is predicted, and only what the tokens cost uncached is known. */
export function costOutlook(
  usage: Outlook,
  now: InputUsage | undefined,
  totalTokens: number,
  pricing: Pricing,
): CostOutlook {
  const { card, options } = pricing;
  const uncached = (tokens: number) => wholeOf(card && uncachedPrice(tokens, card, options));
  const predicted = (each: InputUsage) => (now ? wholeOf(inputBill(each, pricing)) : undefined);
  const bill = now && inputBill(now, pricing);
  const isPartial = bill !== undefined && !bill.complete;
  return {
    usage: now && usage,
    first: predicted(usage.first),
    second: predicted(usage.second),
    later: predicted(usage.later),
    uncached: uncached(totalTokens),
    laterUncached: uncached(usage.laterTotalTokens),
    now: wholeOf(bill),
    nowLines: bill?.lines.length === 0 && isPartial ? undefined : bill?.lines,
    partial: isPartial ? { total: bill.total, missing: bill.missing } : undefined,
  };
}
