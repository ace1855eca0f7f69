import type { Run } from '@/lib/store/run.ts';

/**
 * The request before a run on the same backend that was answered: what its reads are measured against. A conversation that starts anew,
 * by a compaction or a clear, has none: that it reads less is no break.
 */
export function baseline(runs: readonly Run[], run: Run): Run | undefined {
  const earlier = runs.slice(
    0,
    runs.findIndex(({ id }) => id === run.id),
  );
  const before = earlier.findLast(({ backend, respondedAt }) => backend === run.backend && respondedAt !== undefined);
  return before && !startsAnew(before, run) ? before : undefined;
}

/** Whether the conversation was summarised or emptied between a run and a later request. */
export function startsAnew(before: Pick<Run, 'request' | 'compaction'>, { request }: Pick<Run, 'request'>): boolean {
  if (before.compaction && request.messages.length < before.request.messages.length) return true;
  return hasReply(before.request) && !hasReply(request);
}

const hasReply = ({ messages }: Run['request']): boolean => messages.some(({ role }) => role === 'assistant');
