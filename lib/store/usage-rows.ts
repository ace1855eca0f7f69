import type { Usage } from '@/lib/usage/usage.ts';

/** One row of the usage table; `undefined`: not predicted, or not reported. */
export interface UsageRow {
  readonly label: 'Cache read' | 'Cache creation 5m' | 'Cache creation 1h' | 'Uncached input' | 'Output';
  readonly predicted: number | undefined;
  readonly reported: number | undefined;
}

/** Predicted beside reported, in tokens. Output is never predicted. */
export function usageRows(predicted: Usage | undefined, reported: Usage | undefined): UsageRow[] {
  const row = (label: UsageRow['label'], pick: (usage: Usage) => number | undefined): UsageRow => ({
    label,
    predicted: label === 'Output' ? undefined : predicted && pick(predicted),
    reported: reported && pick(reported),
  });
  return [
    row('Cache read', (usage) => usage.cacheReadTokens),
    row('Cache creation 5m', (usage) => usage.cacheCreation5mTokens),
    row('Cache creation 1h', (usage) => usage.cacheCreation1hTokens),
    row('Uncached input', (usage) => usage.inputTokens),
    row('Output', (usage) => usage.outputTokens),
  ];
}
