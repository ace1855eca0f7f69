import { formatMoney } from '@/lib/pricing/money.ts';
import type { SessionTotals } from '@/lib/store/run-figures.ts';

/** The session's running cost in a few words, and what it would have cost uncached in a sentence. */
export function describeTotals({ requests, unpriced, cost, uncachedCost }: SessionTotals): {
  short: string;
  long: string;
} {
  const count = `${requests} request${requests === 1 ? '' : 's'}`;
  if (requests === unpriced)
    return { short: count, long: 'No cost is known: nothing was reported, or the model has no price.' };
  const saved = uncachedCost - cost;
  const verdict = saved >= 0 ? `saved ${formatMoney(saved)}` : `${formatMoney(-saved)} dearer`;
  const left =
    unpriced === 0
      ? ''
      : ` ${unpriced} of them ${unpriced === 1 ? 'has' : 'have'} no known cost and ${unpriced === 1 ? 'is' : 'are'} left out.`;
  return {
    short: `${count} · ${formatMoney(cost)} · ${verdict}`,
    long: `Cost as reported ${formatMoney(cost)}; uncached it would have been ${formatMoney(uncachedCost)}.${left}`,
  };
}
