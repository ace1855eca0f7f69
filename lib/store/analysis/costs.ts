import type { ModelCard } from '@/lib/pricing/model-card.ts';
import { priceUsage, uncachedPrice } from '@/lib/pricing/price.ts';
import { ratesOn, tierFor } from '@/lib/pricing/rate-card.ts';
import type { Outlook } from '@/lib/simulate/outlook.ts';
import type { InputUsage } from '@/lib/usage/usage.ts';
import type { BlockCosts, CostOutlook } from './analysis.ts';

/** The input side of a request in nanodollars; `undefined` when any part of it has no known price. */
export function inputCost(usage: InputUsage, card: ModelCard | undefined, on?: string): number | undefined {
  if (!card) return undefined;
  const priced = priceUsage(
    { ...usage, cacheCreationOtherTokens: 0, outputTokens: 0 },
    card,
    on === undefined ? {} : { on },
  );
  return priced.complete ? priced.total : undefined;
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
  return {
    usage,
    first: inputCost(usage.first, card, on),
    second: inputCost(usage.second, card, on),
    later: inputCost(usage.later, card, on),
    uncached: uncached(totalTokens),
    laterUncached: uncached(usage.laterTotalTokens),
    now: inputCost(now, card, on),
  };
}
