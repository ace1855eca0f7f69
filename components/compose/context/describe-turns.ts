import { formatCount } from '@/components/ui/format-count.ts';
import type { TurnRow } from '@/lib/store/analysis/turn-rows.ts';

/** Where the next message stands. */
export const describeNext = (rows: readonly unknown[]): string =>
  rows.length === 0 ? 'The conversation starts with the next message.' : 'The next message follows them.';

/** How many turns there are, and their tokens once they are counted. */
export function describeTurns(rows: readonly Pick<TurnRow, 'tokens' | 'method'>[]): string {
  const count = `${rows.length} ${rows.length === 1 ? 'turn' : 'turns'}`;
  if (rows.length === 0 || rows.some(({ tokens }) => tokens === undefined)) return count;
  const mark = rows.every(({ method }) => method === 'exact') ? '' : '≈';
  const tokens = rows.reduce((sum, row) => sum + (row.tokens ?? 0), 0);
  return `${count} · ${mark}${formatCount(tokens)} tokens`;
}
