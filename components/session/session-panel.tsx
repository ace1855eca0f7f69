'use client';

import { latePart } from '@/components/ui/late-part.tsx';
import { Panel } from '@/components/ui/panel.tsx';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';

const SessionRuns = latePart(async () => (await import('./session-runs.tsx')).SessionRuns);

/** The session's requests as bars, once there are any. */
export function SessionPanel() {
  const isEmpty = useWorkbench(({ runs }) => runs.length === 0);
  if (!isEmpty) return <SessionRuns />;
  return (
    <Panel title="Session">
      <p className="text-ink-2">
        Each request you send becomes a bar: what was read from the cache, created and left uncached. Send the same
        request twice to see the second one read.
      </p>
    </Panel>
  );
}
