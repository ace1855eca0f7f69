import type { ModelCard } from '@/lib/pricing/model-card.ts';
import { type PricedUsage, priceUsage, uncachedPrice } from '@/lib/pricing/price.ts';
import { ratesOn, tierFor } from '@/lib/pricing/rate-card.ts';
import type { Outlook } from '@/lib/simulate/outlook.ts';
import type { InputUsage } from '@/lib/usage/usage.ts';
import type { BlockCosts, CostOutlook } from './analysis.ts';

/** The bill of a request's input; `undefined` when any part of it has no known price. */
function inputBill(usage: InputUsage, card: ModelCard | undefined, on: string): PricedUsage | undefined {
  if (!card) return undefined;
  const priced = priceUsage({ cacheCreationOtherTokens: 0, ...usage, outputTokens: 0 }, card, { on });
  return priced.complete ? priced : undefined;
}

/** What a block costs in each case, at the rates of a request of `promptTokens`. */
export function blockCosts(tokens: number, card: ModelCard | undefined, promptTokens: number, on: string): BlockCosts {
  const dated = card && ratesOn(card, on);
  const rates = dated && tierFor(dated, promptTokens);
  const at = (rate: number | undefined) => (rate === undefined ? undefined : tokens * rate);
  return {
    read: at(rates?.cacheRead),
    creation5m: at(rates?.cacheCreation5m),
    creation1h: at(rates?.cacheCreation1h),
    creationOther: at(rates?.cacheCreationOther),
    uncached: at(rates?.input),
  };
}

export function costOutlook(
  usage: Outlook,
  now: InputUsage,
  totalTokens: number,
  card: ModelCard | undefined,
  on: string,
): CostOutlook {
  const uncached = (tokens: number) => {
    const priced = card && uncachedPrice(tokens, card, { on });
    return priced?.complete ? priced.total : undefined;
  };
  const bill = inputBill(now, card, on);
  return {
    usage,
    first: inputBill(usage.first, card, on)?.total,
    second: inputBill(usage.second, card, on)?.total,
    later: inputBill(usage.later, card, on)?.total,
    uncached: uncached(totalTokens),
    laterUncached: uncached(usage.laterTotalTokens),
    now: bill?.total,
    nowLines: bill?.lines,
  };
}
