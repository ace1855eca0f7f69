'use client';

import { useStore } from 'zustand';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { useAnalysis, useServices, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { canCountExactly } from '@/lib/store/exact-counter.ts';
import { describeProgress } from './describe-progress.ts';

/** Has the provider count the request, where there is something left to count and a key to do it with. */
export function ExactCount() {
  const { exactCounter } = useServices();
  const progress = useStore(exactCounter.store);
  const canCount = useWorkbench(canCountExactly);
  const isExact = useAnalysis(({ total }) => total.method === 'exact') ?? true;
  const isBlocked = useAnalysis(({ blocking }) => blocking.length > 0) ?? true;
  const { isCounting, failure } = progress;
  if (!isCounting && !(canCount && (!isExact || failure))) return null;
  return (
    <div className="mt-2">
      <div className="flex items-center justify-between gap-2 text-sm text-ink-2">
        <span role="status">{isCounting && describeProgress(progress)}</span>
        {isCounting ? (
          <Button size="sm" icon="stop" onClick={() => exactCounter.stop()}>
            Stop counting
          </Button>
        ) : (
          <Button
            size="sm"
            disabled={isBlocked}
            title="The provider counts every block; counting is free of charge."
            onClick={() => void exactCounter.start()}
          >
            Count exactly
          </Button>
        )}
      </div>
      {failure && !isCounting && (
        <Notice tone="error" title="Not everything was counted." className="mt-2">
          {failure.message} {failure.fix} What was counted is kept.
        </Notice>
      )}
    </div>
  );
}
