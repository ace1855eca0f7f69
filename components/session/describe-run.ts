import { formatCount } from '@/components/ui/format-count.ts';
import { formatMoney } from '@/lib/pricing/money.ts';
import type { RunFigures } from '@/lib/store/run-figures.ts';

/** A request's bar in words: its figures, whose word they are, and its cost. */
export function describeRun({ run, read, created, uncached, isReported, cost }: RunFigures): string {
  const price = cost === undefined ? 'cost unknown' : formatMoney(cost);
  if (read === undefined || uncached === undefined)
    return `request ${run.number}, neither reported nor predicted how the prompt was cached, ${price}`;
  const source = isReported ? 'reported' : 'predicted, not reported';
  const creation = created === undefined ? 'creation not reported' : `created ${formatCount(created)}`;
  return `request ${run.number}, ${source}: read ${formatCount(read)}, ${creation}, uncached ${formatCount(uncached)} tokens, ${price}`;
}

/** The whole chart in words. */
export function describeChart(figures: readonly RunFigures[]): string {
  return `Tokens by request. ${figures.map(describeRun).join('; ')}.`;
}
