import { formatMoney } from '@/lib/pricing/money.ts';
import { ratesOn, tierFor } from '@/lib/pricing/rate-card.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import type { InputUsage } from '@/lib/usage/usage.ts';
import { costSteps } from './cost-lines.ts';

export interface ModeRow {
  readonly label: string;
  readonly automatic: string | undefined;
  readonly explicit: string | undefined;
  /** What the cache does with the tokens, in words. */
  readonly automaticUse: string;
  readonly explicitUse: string;
}

/** A session from cold in both modes; nothing where the model has but one. */
export function modeRows({ costs, explicitCosts }: Analysis): ModeRow[] {
  if (!explicitCosts) return [];
  const [automatic, explicit] = [costs, explicitCosts].map((each) => costSteps({ costs: each }).slice(1));
  const usages = ({ usage }: Analysis['costs']) => [usage?.first, usage?.second, usage?.later];
  const [automaticUses, explicitUses] = [usages(costs), usages(explicitCosts)];
  return (automatic ?? []).map(({ label, cached }, index) => ({
    label,
    automatic: cached,
    explicit: explicit?.[index]?.cached,
    automaticUse: useWords(automaticUses[index]),
    explicitUse: useWords(explicitUses[index]),
  }));
}

function useWords(usage: InputUsage | undefined): string {
  if (!usage) return 'Not predicted';
  const words = (tokens: number | undefined) => (tokens ?? 0).toLocaleString('en-US');
  return `Predicted: ${words(usage.cacheReadTokens)} tokens read, ${words(usage.cacheCreationOtherTokens)} created, ${words(usage.inputTokens)} uncached`;
}

/** What a million tokens of each class cost, at the rates of this prompt, one's own where there are some; empty where one is not known. */
export function entryPrices({ price: card, total }: Pick<Analysis, 'price' | 'total'>): string {
  const dated = card && ratesOn(card);
  const rates = dated && tierFor(dated, total.tokens);
  const { cacheRead, cacheCreationOther, input } = rates ?? {};
  if (cacheRead === undefined || cacheCreationOther === undefined || input === undefined) return '';
  const million = (rate: number) => formatMoney(rate * 1_000_000);
  return `A million tokens: ${million(cacheCreationOther)} created, ${million(cacheRead)} read, ${million(input)} uncached; an entry lasts 30 minutes at least.`;
}
