import { formatCount } from '@/components/ui/format-count.ts';
import { formatMoney } from '@/lib/pricing/money.ts';
import { moneyBand } from '@/lib/pricing/money-band.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';

/** A count with its band, as "17,200 tokens, between 16,168 and 18,232", or "17,200 tokens, exact". */
export function describeTokenBand({ tokens, low, high, method }: TokenCount): string {
  const count = `${formatCount(tokens)} token${tokens === 1 ? '' : 's'}`;
  if (method === 'exact' && low === high) return `${count}, exact`;
  return `${count}, between ${formatCount(low)} and ${formatCount(high)}`;
}

/** How far a count may be off, in whole per cent, at least 1; 0 for an exact one. */
export function bandPercent({ tokens, low, high }: TokenCount): number {
  if (low === high) return 0;
  return Math.max(1, Math.round((Math.max(high - tokens, tokens - low) / Math.max(tokens, 1)) * 100));
}

/** A cost with its band in money, as "$0.0516, between $0.0485 and $0.0547"; `undefined` where the cost is not known. */
export function describeCostBand(cost: number | undefined, count: TokenCount): string | undefined {
  if (cost === undefined) return undefined;
  const { amount, low, high } = moneyBand(cost, count);
  if (low === high) return formatMoney(amount);
  const beside = [amount, low, high];
  const [sum, least, most] = beside.map((each) => formatMoney(each, { beside }));
  return `${sum}, between ${least} and ${most}`;
}

/** What a figure means, then its band in money: for a request that has other tokens than `count`, and is as sure. */
export function laterCostTitle(meaning: string, cost: number | undefined, count: TokenCount): string {
  const band = describeCostBand(cost, count);
  return band === undefined ? meaning : `${meaning}: ${band}`;
}

/** What a figure means, then its band in money and in tokens; without a known cost, what it means alone. */
export function costTitle(meaning: string, cost: number | undefined, count: TokenCount): string {
  const band = describeCostBand(cost, count);
  return band === undefined ? meaning : `${meaning}: ${band} (${describeTokenBand(count)})`;
}
