import type { Run } from '@/lib/store/run.ts';
import { predictedUsage } from '@/lib/store/usage-rows.ts';
import { reportedCreation } from '@/lib/usage/reported-creation.ts';
import type { Analysis } from './analysis.ts';

/** What the cache does with the request, from left to right in tokens, and whose word that is. */
export interface CacheBand {
  /** `undefined`, and `uncached` too: nothing is predicted, for nobody knows how the backend caches. */
  readonly read: number | undefined;
  /** `undefined`: the backend reports no creation. */
  readonly created: number | undefined;
  readonly uncached: number | undefined;
  readonly total: number;
  /** The run whose report this is; `undefined` for a prediction. */
  readonly reportedBy: Run | undefined;
}

/** The report on this very request when it is the one that was sent last; else the prediction for sending it now. */
export function cacheBand(analysis: Analysis, lastRun: Run | undefined): CacheBand {
  const finalKey = analysis.chain.positions.at(-1)?.key;
  const reported = finalKey !== undefined && lastRun?.finalKey === finalKey ? lastRun.reported : undefined;
  if (reported?.inputTokens !== undefined && reported.cacheReadTokens !== undefined) {
    const created = reportedCreation(reported);
    const { cacheReadTokens: read, inputTokens: uncached } = reported;
    return { read, created, uncached, total: read + (created ?? 0) + uncached, reportedBy: lastRun };
  }
  const usage = predictedUsage(analysis.prediction);
  return {
    read: usage?.cacheReadTokens,
    created: usage && reportedCreation(usage),
    uncached: usage?.inputTokens,
    total: analysis.chain.totalTokens,
    reportedBy: undefined,
  };
}
