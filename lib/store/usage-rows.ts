import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import { reportedTotalInput } from '@/lib/usage/add-usage.ts';
import type { InputUsage, Usage } from '@/lib/usage/usage.ts';

/** Every row a usage table may have, in its order. */
export const USAGE_LABELS = [
  'Cache read',
  'Cache creation 5m',
  'Cache creation 1h',
  'Cache creation, other',
  'Uncached input',
  'Whole prompt',
  'Output',
] as const;

/** One row of the usage table; `undefined`: not predicted, or not reported. */
export interface UsageRow {
  readonly label: (typeof USAGE_LABELS)[number];
  readonly predicted: number | undefined;
  readonly reported: number | undefined;
}

/** What is predicted of a request; `undefined` where it is not known how its backend caches. */
export const predictedUsage = ({
  usage,
  isUnknown,
}: Pick<CacheOutcome, 'usage' | 'isUnknown'>): InputUsage | undefined => (isUnknown ? undefined : usage);

/**
 * Predicted beside reported, in tokens. Output is never predicted. Creation of another lifetime has a row where there is any, and the
 * whole prompt where a backend tells that alone and not how it splits.
 */
export function usageRows(predicted: Usage | undefined, reported: Usage | undefined): UsageRow[] {
  const row = (label: UsageRow['label'], pick: (usage: Usage) => number | undefined): UsageRow => ({
    label,
    predicted: label === 'Output' ? undefined : predicted && pick(predicted),
    reported: reported && pick(reported),
  });
  const other = row('Cache creation, other', (usage) => usage.cacheCreationOtherTokens);
  const isUnsplit = reported?.totalInputTokens !== undefined && reported.inputTokens === undefined;
  return [
    row('Cache read', (usage) => usage.cacheReadTokens),
    row('Cache creation 5m', (usage) => usage.cacheCreation5mTokens),
    row('Cache creation 1h', (usage) => usage.cacheCreation1hTokens),
    ...(predicted?.cacheCreationOtherTokens || reported?.cacheCreationOtherTokens ? [other] : []),
    row('Uncached input', (usage) => usage.inputTokens),
    ...(isUnsplit ? [row('Whole prompt', reportedTotalInput)] : []),
    row('Output', (usage) => usage.outputTokens),
  ];
}
