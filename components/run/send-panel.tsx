'use client';

import { BackendBar } from '@/components/backend/backend-bar.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Kbd } from '@/components/ui/kbd.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Panel } from '@/components/ui/panel.tsx';
import { TextArea } from '@/components/ui/text-area.tsx';
import { shortcutLabel } from '@/components/workbench/shortcuts.ts';
import {
  useAnalysis,
  useDocument,
  useEdit,
  useServices,
  useWorkbench,
} from '@/components/workbench/workbench-context.tsx';
import { isRunning } from '@/lib/store/run.ts';
import { KeyField } from './key-field.tsx';
import { MeasuredSlot } from './measured-slot.tsx';
import { Reply } from './reply.tsx';
import { UsageTable } from './usage-table.tsx';

const CompactionNote = latePart(async () => (await import('./compaction-note.tsx')).CompactionNote);

/** The next message, sending it, what comes back, and the usage predicted beside the one reported. */
export function SendPanel() {
  const draft = useDocument((document) => document.draft);
  const edit = useEdit();
  const run = useWorkbench(({ runs }) => runs.at(-1));
  return (
    <Panel title="Send" aside={<Kbd>{shortcutLabel('↵')}</Kbd>}>
      <TextArea
        label="Next message"
        hideLabel
        rows={3}
        placeholder="What the user says next"
        value={draft}
        onValueChange={(text) => edit('Edit next message', (document) => ({ ...document, draft: text }), 'draft')}
      />
      <KeyField />
      <SendButtons />
      <Blocking />
      <BackendBar />
      <UsageTable run={run} />
      <MeasuredSlot run={run} />
      {run?.compaction && <CompactionNote run={run} />}
      {run && <Reply run={run} />}
    </Panel>
  );
}

function SendButtons() {
  const { sender } = useServices();
  const isBusy = useWorkbench(({ runs }) => runs.some(isRunning));
  const isBlocked = useAnalysis(({ blocking }) => blocking.length > 0) ?? false;
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <Button variant="primary" disabled={isBusy || isBlocked} onClick={() => void sender.send()}>
        Send request
      </Button>
      {isBusy && (
        <Button icon="stop" onClick={() => sender.stop()}>
          Stop
        </Button>
      )}
    </div>
  );
}

/** What the provider would refuse, said before it is sent. */
function Blocking() {
  const blocking = useAnalysis((analysis) => analysis.blocking) ?? [];
  return blocking.map(({ message, place, fix }) => (
    <Notice key={message} tone="error" title={place ? `${place}:` : ''} className="mt-2">
      {message} {fix}
    </Notice>
  ));
}
