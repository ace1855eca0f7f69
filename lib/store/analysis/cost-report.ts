import { type MoneyBand, moneyBand } from '@/lib/pricing/money-band.ts';
import { conditionsOf } from '@/lib/pricing/price-terms.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import type { AnalysedBlock, Analysis, BlockCosts } from './analysis.ts';

type CostBands = { readonly [Case in keyof BlockCosts]?: MoneyBand };

/** A request's costs to take away, in nanodollars with their band; what is not known is absent. */
export interface CostReport {
  readonly model: string;
  readonly backend: string;
  readonly unit: 'nanodollars';
  /** The vendor's card and the day it was read, or the user's own price; absent: no price is known. */
  readonly pricedBy?: string;
  readonly conditions: readonly string[];
  readonly tokens: TokenCount;
  readonly next: {
    readonly cost?: MoneyBand;
    readonly classes: readonly ({ readonly class: string; readonly tokens: number } & MoneyBand)[];
    /** What the classes leave out. */
    readonly missing: readonly string[];
  };
  readonly firstFromCold?: MoneyBand;
  readonly secondUnchanged?: MoneyBand;
  readonly eachLater?: MoneyBand;
  readonly uncached?: MoneyBand;
  readonly blocks: readonly {
    readonly title: string;
    readonly state: AnalysedBlock['state'];
    readonly tokens: TokenCount;
    readonly costs: CostBands;
  }[];
}

export function costReport(analysis: Analysis): CostReport {
  const { document, card, price, built, total, costs, blocks } = analysis;
  const { now, nowLines, first, second, later, uncached } = costs;
  const of = (name: string, amount: number | undefined, count: TokenCount = total) =>
    amount === undefined ? {} : { [name]: moneyBand(amount, count) };
  return {
    model: document.model,
    backend: document.backend,
    unit: 'nanodollars',
    ...(price?.rates && { pricedBy: price === card && card ? `${card.name}, read on ${card.readOn}` : 'own price' }),
    conditions: [...(document.price?.batch ? ['batch'] : []), ...Object.values(conditionsOf(built.request))],
    tokens: total,
    next: {
      ...of('cost', now),
      classes: (nowLines ?? []).map(({ label, tokens, amount }) => ({
        class: label,
        tokens,
        ...moneyBand(amount, total),
      })),
      missing: missingOf(analysis),
    },
    ...of('firstFromCold', first),
    ...of('secondUnchanged', second),
    ...of('eachLater', later),
    ...of('uncached', uncached),
    blocks: blocks.map(({ title, state, count, costs: own }) => ({
      title,
      state,
      tokens: count,
      costs: Object.assign({}, ...Object.entries(own).map(([name, amount]) => of(name, amount, count))),
    })),
  };
}

function missingOf({ price, costs: { partial }, prediction }: Analysis): readonly string[] {
  if (!price?.rates) return ['the price of this model'];
  return prediction.isUnknown ? ['how this backend caches'] : (partial?.missing ?? []);
}
