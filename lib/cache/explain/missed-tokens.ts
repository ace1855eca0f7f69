import { reportedTotalInput } from '@/lib/usage/add-usage.ts';
import { reportedCreation } from '@/lib/usage/reported-creation.ts';
import type { Usage } from '@/lib/usage/usage.ts';

/** DIAG-2: what counts as a break is more than 5 % and more than 2,000 tokens. */
const LEAST_MISSED_TOKENS = 2_000;
const LEAST_MISSED_SHARE = 0.05;

/** How many tokens the current request could have read and did not; `undefined`: no break, or not reported. */
export function missedTokens(previous: Usage, current: Usage): { possible: number; missed: number } | undefined {
  const { cacheReadTokens: left } = previous;
  const created = reportedCreation(previous);
  const { cacheReadTokens: read } = current;
  const total = reportedTotalInput(current);
  if (left === undefined || created === undefined || read === undefined || total === undefined) return undefined;
  const possible = Math.min(left + created, total);
  const missed = possible - read;
  return missed > LEAST_MISSED_TOKENS && missed > possible * LEAST_MISSED_SHARE ? { possible, missed } : undefined;
}
