import { formatMoney } from '@/lib/pricing/money.ts';
import type { SessionTotals } from '@/lib/store/run-figures.ts';

/** The session's running cost in a few words, and what it would have cost uncached in a sentence. */
export function describeTotals(totals: SessionTotals): { short: string; long: string } {
  const { requests, unpriced, cost, uncachedCost, partial, partialCost } = totals;
  const count = `${requests} request${requests === 1 ? '' : 's'}`;
  const atLeast = `at least ${formatMoney(cost + partialCost)}`;
  if (requests === unpriced) {
    if (partial === 0)
      return { short: count, long: 'No cost is known: nothing was reported, or the model has no price.' };
    return {
      short: `${count} · ${atLeast}`,
      long: `No cost is known whole: together ${atLeast}. What caching saved cannot be told.`,
    };
  }
  const saved = uncachedCost - cost;
  const verdict = saved >= 0 ? `saved ${formatMoney(saved)}` : `${formatMoney(-saved)} dearer`;
  const nothing = unpriced - partial;
  const left = nothing === 0 ? '' : ` ${of(nothing, 'no known cost')} and ${nothing === 1 ? 'is' : 'are'} left out.`;
  const some = partial === 0 ? '' : ` ${partialWords(totals)}`;
  return {
    short: `${count} · ${partial === 0 ? formatMoney(cost) : atLeast} · ${verdict}`,
    long: `Cost as reported ${formatMoney(cost)}; uncached it would have been ${formatMoney(uncachedCost)}.${some}${left}`,
  };
}

const partialWords = ({ partial, partialCost }: SessionTotals): string =>
  `${of(partial, 'a cost that is not known whole')}: at least ${formatMoney(partialCost)} more.`;

const of = (some: number, what: string): string => `${some} of them ${some === 1 ? 'has' : 'have'} ${what}`;
