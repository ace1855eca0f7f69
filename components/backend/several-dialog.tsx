'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { SwitchField } from '@/components/ui/switch-field.tsx';
import { useDocument, useServices, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Failure } from '@/lib/errors.ts';
import { needsVisitorKey, withBackend } from '@/lib/store/chosen-backend.ts';
import { isRunning } from '@/lib/store/run.ts';
import { SeveralTable } from './several-table.tsx';

const MOST = 4;

/** One prompt, several backends: what each reports of it, beside what was predicted, and how long each takes. */
export function SeveralDialog({ onClose }: { onClose: () => void }) {
  const { sender } = useServices();
  const document = useDocument((each) => each);
  const backends = useWorkbench((state) => state.backends);
  const keys = useWorkbench((state) => state.visitorKeys);
  const ownServers = useWorkbench((state) => state.ownServers);
  const runs = useWorkbench((state) => state.runs);
  const isBusy = useWorkbench((state) => state.runs.some(isRunning));
  const [chosen, setChosen] = useState<readonly string[]>([document.backend]);
  const [inTurn, setInTurn] = useState(true);
  const [since, setSince] = useState<number>();
  const [refused, setRefused] = useState<ReadonlyMap<string, Failure>>(new Map());
  const nameOf = (id: string) => backends.find((each) => each.id === id)?.name ?? id;
  const picked = backends.filter(({ id }) => chosen.includes(id));
  const shown = since === undefined ? [] : runs.filter(({ number }) => number > since);
  const send = async () => {
    setSince(runs.at(-1)?.number ?? 0);
    setRefused(new Map());
    setRefused(await sender.sendTo(picked, inTurn));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Several backends"
      size="lg"
      description={`The request as it stands, to up to ${MOST} backends; each answer becomes a request of the session.`}
      footer={
        isBusy ? (
          <Button icon="stop" onClick={() => sender.stop()}>
            Stop
          </Button>
        ) : (
          <Button variant="primary" disabled={picked.length === 0} onClick={() => void send()}>
            Send to {picked.length === 1 ? 'one backend' : `${picked.length} backends`}
          </Button>
        )
      }
    >
      <ul aria-label="Backends" className="flex flex-col gap-y-1.5">
        {backends.map((backend) => {
          const isChosen = chosen.includes(backend.id);
          const lacksKey = needsVisitorKey({ ownServers }, backend) && !keys[backend.id];
          return (
            <li key={backend.id} className="flex items-center gap-2">
              <Switch
                label={backend.name}
                checked={isChosen}
                disabled={!isChosen && chosen.length >= MOST}
                onCheckedChange={(isOn) =>
                  setChosen(isOn ? [...chosen, backend.id] : chosen.filter((id) => id !== backend.id))
                }
              />
              <span aria-hidden="true" className="truncate">
                {backend.name}
              </span>
              <span className="min-w-0 flex-1 truncate text-right font-mono text-xs text-ink-3">
                {lacksKey ? 'needs your key' : withBackend(document, backend).model}
              </span>
            </li>
          );
        })}
      </ul>
      <SwitchField
        className="mt-3 mb-3"
        label="One after the other"
        hint="So that servers on one machine do not slow each other down. Off, all are sent to at once."
        checked={inTurn}
        onCheckedChange={setInTurn}
      />
      {[...refused].map(([id, { message, fix }]) => (
        <Notice key={id} tone="error" title={`${nameOf(id)} was not sent to.`} className="mb-2">
          {message} {fix}
        </Notice>
      ))}
      {shown.length > 0 && <SeveralTable runs={shown} nameOf={nameOf} />}
    </Dialog>
  );
}
