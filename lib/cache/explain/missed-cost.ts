import { type PriceOptions, priceUsage } from '@/lib/pricing/price.ts';
import type { PriceCard } from '@/lib/pricing/rate-card.ts';
import { settleCreation } from '@/lib/usage/settle-creation.ts';
import type { Usage } from '@/lib/usage/usage.ts';

const BILLED = ['cacheCreation1hTokens', 'cacheCreation5mTokens', 'cacheCreationOtherTokens', 'inputTokens'] as const;

/**
 * What a break has cost, in nanodollars: the request as billed, less what it would have been with `missed` of its tokens read.
 * They stand right behind what was read, where 1h creation is billed first, then 5m, then input. `undefined`: a price is not known.
 */
export function missedCost(usage: Usage, missed: number, card: PriceCard, options: PriceOptions): number | undefined {
  const billed = { ...settleCreation(usage), outputTokens: 0 };
  let left = missed;
  const read: Usage = {
    ...billed,
    ...Object.fromEntries(
      BILLED.flatMap((name) => {
        const tokens = billed[name];
        if (tokens === undefined) return [];
        const taken = Math.min(left, tokens);
        left -= taken;
        return [[name, tokens - taken] as const];
      }),
    ),
    cacheReadTokens: (billed.cacheReadTokens ?? 0) + missed,
  };
  if (left > 0) return undefined;
  const [was, could] = [billed, read].map((each) => priceUsage(each, card, options));
  return was?.complete && could?.complete ? was.total - could.total : undefined;
}
