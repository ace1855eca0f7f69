'use client';

import { lazy, Suspense } from 'react';
import { Panel } from '@/components/ui/panel.tsx';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';

/** Bars without code to draw them are missed less than the page. */
const SessionRuns = lazy(async () => ({
  default: await import('./session-runs.tsx').then(
    ({ SessionRuns }) => SessionRuns,
    () => Unreachable,
  ),
}));

/** The session's requests as bars, once there are any. */
export function SessionPanel() {
  const isEmpty = useWorkbench(({ runs }) => runs.length === 0);
  if (!isEmpty)
    return (
      <Suspense>
        <SessionRuns />
      </Suspense>
    );
  return (
    <Panel title="Session">
      <p className="text-ink-2">
        Each request you send becomes a bar: what was read from the cache, created and left uncached. Send the same
        request twice to see the second one read.
      </p>
    </Panel>
  );
}

const Unreachable = () => (
  <Panel title="Session">
    <p className="text-ink-2">The server did not answer when the chart was to be loaded. Reload the page to see it.</p>
  </Panel>
);
