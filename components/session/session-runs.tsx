'use client';

import { Button } from '@/components/ui/button.tsx';
import { Panel } from '@/components/ui/panel.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { runFigures, sessionTotals } from '@/lib/store/run-figures.ts';
import { describeTotals } from './describe-totals.ts';
import { SessionChart } from './session-chart.tsx';

/** The session's requests as bars, with what they cost and what they would have cost uncached. */
export function SessionRuns() {
  const runs = useWorkbench((state) => state.runs);
  const newSession = useWorkbench((state) => state.newSession);
  const terms = useDocument(({ price }) => price);
  const figures = runs.map((run) => runFigures(run, terms));
  const words = describeTotals(sessionTotals(figures));
  return (
    <Panel title="Session" aside={<span className="num text-xs">{words.short}</span>}>
      <SessionChart figures={figures} />
      <p className="mt-2 text-sm text-ink-2">{words.long}</p>
      <Button size="sm" className="mt-2" onClick={newSession}>
        New session
      </Button>
    </Panel>
  );
}
