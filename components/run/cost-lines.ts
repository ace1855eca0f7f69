import { formatMoney } from '@/lib/pricing/money.ts';
import type { PriceLabel } from '@/lib/pricing/price.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { predictedUsage, type UsageRow } from '@/lib/store/usage-rows.ts';
import type { InputUsage } from '@/lib/usage/usage.ts';

const money = (nanodollars: number | undefined) => (nanodollars === undefined ? undefined : formatMoney(nanodollars));

export interface CostLine {
  readonly state: 'read' | 'creation' | 'uncached';
  readonly label: UsageRow['label'];
  readonly tokens: number;
  /** Nanodollars; `undefined` where the price is not known. */
  readonly amount: number | undefined;
  readonly cost: string | undefined;
}

/** The next request's input by what the cache does with it, where that is predicted; classes of creation without tokens are left out. */
export function costLines({ prediction, costs: { nowLines } }: Analysis): CostLine[] {
  const usage = predictedUsage(prediction);
  if (!usage) return [];
  const line = (
    state: CostLine['state'],
    label: UsageRow['label'],
    field: keyof InputUsage,
    priced: PriceLabel,
  ): CostLine => {
    const tokens = usage[field] ?? 0;
    const amount = nowLines && (tokens === 0 ? 0 : nowLines.find((each) => each.label === priced)?.amount);
    return { state, label, tokens, amount, cost: money(amount) };
  };
  const lines = [
    line('read', 'Cache read', 'cacheReadTokens', 'cacheRead'),
    line('creation', 'Cache creation 1h', 'cacheCreation1hTokens', 'cacheCreation1h'),
    line('creation', 'Cache creation 5m', 'cacheCreation5mTokens', 'cacheCreation5m'),
    line('creation', 'Cache creation, other', 'cacheCreationOtherTokens', 'cacheCreationOther'),
    line('uncached', 'Uncached input', 'inputTokens', 'input'),
  ];
  return lines.filter(({ state, tokens }) => state !== 'creation' || tokens > 0);
}

export interface CostStep {
  readonly label: string;
  readonly cached: string | undefined;
  readonly uncached: string | undefined;
  readonly cachedCost: number | undefined;
  readonly uncachedCost: number | undefined;
}

/** The next request first, then a session from cold: first, second and each later one. */
export function costSteps({ costs }: Pick<Analysis, 'costs'>): CostStep[] {
  const step = (label: string, cachedCost: number | undefined, uncachedCost: number | undefined): CostStep => ({
    label,
    cached: money(cachedCost),
    uncached: money(uncachedCost),
    cachedCost,
    uncachedCost,
  });
  return [
    step('This request', costs.now, costs.uncached),
    step('First, from cold', costs.first, costs.uncached),
    step('Second, unchanged', costs.second, costs.uncached),
    step('Each later turn', costs.later, costs.laterUncached),
  ];
}

/** What caching saves, as a percentage with a true minus; a plus when caching costs more; nothing where unknown. */
export function saving(cached: number | undefined, uncached: number | undefined): string | undefined {
  if (cached === undefined || !uncached) return undefined;
  const percent = Math.round((cached / uncached - 1) * 100);
  return percent === 0 ? '±0 %' : `${percent < 0 ? '−' : '+'}${Math.abs(percent)} %`;
}

/** That nobody here knows what a model costs. */
export const noPriceWords = (model: string): string => `No price of ${model} is known here.`;

/** What is not known of the next request's bill, and the known part as a lower bound; `undefined` when all is known. */
export function describePartial({ costs: { partial }, price, document, prediction }: Analysis): string | undefined {
  if (!price?.rates) return `${noPriceWords(document.model)} Enter yours under Price.`;
  if (prediction.isUnknown) return 'How this backend caches is not known, so what this costs there is not predicted.';
  if (!partial) return undefined;
  const missing = partial.missing.join(' and ');
  return partial.total === 0 ? `Not known: ${missing}.` : `At least ${formatMoney(partial.total)}, without ${missing}.`;
}
