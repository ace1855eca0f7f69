'use client';

import { Notice } from '@/components/ui/notice.tsx';
import { Num } from '@/components/ui/num.tsx';
import { useAnalysis, useDocument } from '@/components/workbench/workbench-context.tsx';
import type { Run } from '@/lib/store/run.ts';
import { predictedUsage } from '@/lib/store/usage-rows.ts';
import { describeCompaction } from './describe-session.ts';

/** What a compaction did: to the conversation, and to the cache of the request that comes next. Its own usage stands above. */
export function CompactionNote({ run }: { run: Run }) {
  const isApplied = useDocument(({ conversation }) => conversation[0]?.id === `${run.id}-summary`);
  const summaryTokens = useAnalysis(({ tokensBySource }) => tokensBySource.get(`turn:${run.id}-summary`));
  const usage = useAnalysis(({ prediction }) => predictedUsage(prediction));
  if (!run.compaction || !isApplied || summaryTokens === undefined || !usage) return null;
  return (
    <Notice title="Compacted." className="mt-2">
      {describeCompaction(run.compaction, summaryTokens)} Of the next request,{' '}
      <Num value={usage.cacheReadTokens} method="predicted" /> tokens are predicted to be read from the cache,{' '}
      <Num value={usage.cacheCreation5mTokens + usage.cacheCreation1hTokens} method="predicted" /> created and{' '}
      <Num value={usage.inputTokens} method="predicted" /> left uncached.
    </Notice>
  );
}
