import type { Run } from '@/lib/store/run.ts';

/** The request before a run on the same backend that was answered: what its reads are measured against. */
export function baseline(runs: readonly Run[], run: Run): Run | undefined {
  const earlier = runs.slice(
    0,
    runs.findIndex(({ id }) => id === run.id),
  );
  return earlier.findLast(({ backend, respondedAt }) => backend === run.backend && respondedAt !== undefined);
}
