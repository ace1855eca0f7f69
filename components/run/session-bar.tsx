'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { useAnalysis, useDocument, useServices, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { clearedDocument } from '@/lib/document/edit-conversation.ts';
import { tickMessage } from '@/lib/prompt/tick.ts';
import { pendingTitles } from '@/lib/store/analysis/pending-titles.ts';
import { canClear, canCompact } from '@/lib/store/can-clear.ts';
import { isRunning } from '@/lib/store/run.ts';
import { describeSession } from './describe-session.ts';

/** Whether edits apply at once or wait as a real session lets them, and what ends that: /clear and /compact. */
export function SessionBar() {
  const held = useWorkbench((state) => state.held);
  const setMode = useWorkbench((state) => state.setMode);
  const pending = useAnalysis((analysis) => analysis.pending);
  const document = useAnalysis((analysis) => (analysis.pending?.size ? analysis.document : undefined));
  const words = useMemo(
    () => describeSession(held, pending && document ? pendingTitles(pending, document) : []),
    [held, pending, document],
  );
  return (
    <section aria-label="Session mode" className="border-b border-line px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <Switch
          label="Session mode"
          checked={held.mode === 'session'}
          onCheckedChange={(isOn) => setMode(isOn ? 'session' : 'live')}
        />
        <span aria-hidden="true" className="flex-1 text-sm font-semibold">
          Session mode
        </span>
        <SessionButtons />
      </div>
      <p role="status" className="mt-1 text-xs wrap-anywhere text-ink-3">
        {words}
      </p>
    </section>
  );
}

function SessionButtons() {
  const { sender, clock } = useServices();
  const release = useWorkbench((state) => state.release);
  const isBusy = useWorkbench(({ runs }) => runs.some(isRunning));
  const isClearable = useWorkbench(canClear);
  const isCompactable = useWorkbench(canCompact);
  const isProactive = useDocument(({ flags }) => flags.PROACTIVE);
  const isBlocked = useAnalysis(({ blocking }) => blocking.length > 0) ?? false;
  return (
    <div className="flex gap-1.5">
      {isProactive && (
        <Button
          size="sm"
          disabled={isBusy || isBlocked}
          title="Sends the prompt that wakes an autonomous agent, with your local time"
          onClick={() => void sender.send(tickMessage(new Date(clock()).toTimeString().slice(0, 8)))}
        >
          Tick
        </Button>
      )}
      <Button
        size="sm"
        disabled={!isClearable}
        title="Empties the conversation, and computes everything anew"
        onClick={() => release('Clear the conversation', clearedDocument)}
      >
        /clear
      </Button>
      <Button
        size="sm"
        disabled={!isCompactable}
        title="Asks the backend for a summary, which takes the conversation's place; then computes everything anew"
        onClick={() => void sender.compact()}
      >
        /compact
      </Button>
    </div>
  );
}
