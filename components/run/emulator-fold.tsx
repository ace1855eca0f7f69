'use client';

import { useState } from 'react';
import { Fold } from '@/components/ui/fold.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { describeAhead } from './describe-ahead.ts';

const EmulatorSettings = latePart(async () => (await import('./emulator-settings.tsx')).EmulatorSettings, {
  waiting: <p className="text-ink-3">Loading …</p>,
});

/** What the emulator pretends; its settings come when it is opened. */
export function EmulatorFold() {
  const [isOpened, setOpened] = useState(false);
  const backend = useDocument((document) => document.backend);
  const isEmulator = useWorkbench(({ backends }) => backends.find(({ id }) => id === backend)?.kind === 'emulator');
  const ahead = useWorkbench(({ emulator }) => emulator.ahead);
  if (!isEmulator) return null;
  return (
    <Fold title="Emulator" aside={describeAhead(ahead)} onOpen={() => setOpened(true)}>
      {isOpened && <EmulatorSettings />}
    </Fold>
  );
}
