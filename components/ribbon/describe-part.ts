import { bandPercent } from '@/components/run/describe-band.ts';
import { formatCount } from '@/components/ui/format-count.ts';
import { formatMoney } from '@/lib/pricing/money.ts';
import type { RibbonPart } from '@/lib/store/analysis/analysis.ts';

const MARKS = { exact: '', estimate: '≈', rough: '~' } as const;

/** A part in one line: its name, tokens and their band, which is that of the costs too, what its block costs read and created, and the prefix key through it. */
export function describePart({ title, tokens, block }: RibbonPart): string {
  const share = block.count.tokens === 0 ? 0 : tokens / block.count.tokens;
  const money = (cost: number | undefined) => (cost === undefined ? undefined : formatMoney(Math.round(cost * share)));
  const percent = bandPercent(block.count);
  const read = money(block.costs.read);
  const created = money(block.costs.creation5m);
  return [
    title,
    `${MARKS[block.count.method]}${formatCount(tokens)} tokens${percent > 0 ? ` ±${percent} %` : ''}`,
    read && `${read} read`,
    created && `${created} created`,
    block.key && `key ${block.key.slice(0, 4)}…${block.key.slice(-2)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
