'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { CheckedField } from '@/components/ui/checked-field.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Icon } from '@/components/ui/icon.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { useDocument, useEdit, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { CHECKS, type CheckLine } from '@/lib/backends/connection/check-line.ts';
import { changedFields } from '@/lib/document/changed-fields.ts';
import { needsVisitorKey } from '@/lib/store/chosen-backend.ts';
import { checkTitle, describeCost, describeLines, stateWord } from './describe-check.ts';
import { useCheck } from './use-check.ts';

/** What the chosen backend can do, found out by asking it. Where asking costs money it waits to be told. */
export function ConnectionDialog({ onClose }: { onClose: () => void }) {
  const id = useDocument((document) => document.backend);
  const backend = useWorkbench(({ backends }) => backends.find((each) => each.id === id));
  const { lines, isRunning, failure, start, stop } = useCheck();
  const isFree = useWorkbench(
    (state) => backend !== undefined && backend.key !== 'server' && !needsVisitorKey(state, backend),
  );
  const isStarted = useRef(false);
  useEffect(() => {
    if (!isFree || isStarted.current) return;
    isStarted.current = true;
    start();
  }, [isFree, start]);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Check connection: ${backend?.name ?? id}`}
      size="md"
      description={describeCost(backend)}
      footer={
        isRunning ? (
          <Button icon="stop" onClick={stop}>
            Stop checking
          </Button>
        ) : (
          <Button variant="primary" onClick={start}>
            {lines.length > 0 ? 'Check again' : 'Check now'}
          </Button>
        )
      }
    >
      <CheckSettings />
      <p role="status" className="mt-3 text-sm text-ink-2">
        {describeLines(lines, CHECKS.length, isRunning)}
      </p>
      {failure && (
        <Notice tone="error" title="The check ended." className="mt-2">
          {failure.message} {failure.fix}
        </Notice>
      )}
      <ol aria-label="Checks" className="mt-2 flex flex-col">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
    </Dialog>
  );
}

/** The model where nobody declared any, and a key of the visitor's own. */
function CheckSettings() {
  const edit = useEdit();
  const id = useDocument((document) => document.backend);
  const model = useDocument((document) => document.model);
  const backend = useWorkbench(({ backends }) => backends.find((each) => each.id === id));
  const key = useWorkbench(({ visitorKeys }) => visitorKeys[id] ?? '');
  const setVisitorKey = useWorkbench((state) => state.setVisitorKey);
  if (backend?.kind === 'emulator') return null;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {backend?.models === undefined && (
        <CheckedField
          label="Model id"
          mono
          spellCheck={false}
          value={model}
          check={(text) => (text.trim() === '' ? 'Enter the id of a model that the server has.' : undefined)}
          onValueChange={(next) =>
            edit('Choose model', (document) => changedFields(document, { model: next.trim() }), 'model')
          }
        />
      )}
      <TextField
        label={backend?.key === 'server' ? 'Your own key, instead of the server’s' : 'Your own key'}
        hint="Kept in this tab's memory only."
        type="password"
        autoComplete="off"
        spellCheck={false}
        mono
        value={key}
        onValueChange={(next) => setVisitorKey(id, next.trim())}
      />
    </div>
  );
}

const MARKS = { passed: 'check', failed: 'warning', noted: 'info', unknown: 'info', skipped: 'dots' } as const;

function Line({ line }: { line: CheckLine }) {
  const { state, detail, fix } = line;
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-start gap-x-2 border-t border-line py-2">
      <Icon
        name={MARKS[state]}
        className={`mt-0.5 size-3.5 ${state === 'failed' ? 'text-layer-volatile-ink' : 'text-ink-3'}`}
      />
      <span className="font-semibold">{checkTitle(line)}</span>
      <span className="text-xs text-ink-3">{stateWord(line)}</span>
      <p className="col-start-2 col-end-4 wrap-anywhere text-ink-2">{detail}</p>
      {fix && <p className="col-start-2 col-end-4 wrap-anywhere">{fix}</p>}
    </li>
  );
}
