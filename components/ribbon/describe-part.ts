import { formatCount } from '@/components/ui/format-count.ts';
import { formatMoney } from '@/lib/pricing/money.ts';
import type { RibbonPart } from '@/lib/store/analysis/analysis.ts';

/** A part in one line: its name, tokens, what its block costs read and created, and the prefix key through it. */
export function describePart({ title, tokens, block }: RibbonPart): string {
  const share = block.count.tokens === 0 ? 0 : tokens / block.count.tokens;
  const money = (cost: number | undefined) => (cost === undefined ? undefined : formatMoney(Math.round(cost * share)));
  const read = money(block.costs.read);
  const created = money(block.costs.creation5m);
  return [
    title,
    `≈${formatCount(tokens)} tokens`,
    read && `${read} read`,
    created && `${created} created`,
    block.key && `key ${block.key.slice(0, 4)}…${block.key.slice(-2)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
