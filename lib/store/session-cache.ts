import { applyOutcome, type CacheState, EMPTY_CACHE } from '@/lib/cache/cache-state.ts';
import type { Run } from './run.ts';

/** What the session's requests to one backend have left in its cache, by the model; `now` in epoch ms. */
export function sessionCache(runs: readonly Run[], backend: string): CacheState {
  return runs
    .filter((run) => run.backend === backend && run.respondedAt !== undefined)
    .reduce<CacheState>((cache, run) => applyOutcome(cache, run.prediction, run.sentAt, run.respondedAt), EMPTY_CACHE);
}
