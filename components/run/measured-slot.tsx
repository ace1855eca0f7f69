'use client';

import { type ComponentType, lazy, Suspense } from 'react';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Run } from '@/lib/store/run.ts';

const Nothing: ComponentType<{ run: Run }> = () => null;

/** A part whose code could not be fetched is no reason to lose the page. */
const MeasuredPart = lazy(async () => ({
  default: await import('./measured-part.tsx').then(
    (module): ComponentType<{ run: Run }> => module.MeasuredPart,
    () => Nothing,
  ),
}));

/** Behind an answer of a real server: what was measured. The emulator's pace is made up, and says nothing. */
export function MeasuredSlot({ run }: { run: Run | undefined }) {
  const isReal = useWorkbench(({ backends }) => backends.find(({ id }) => id === run?.backend)?.kind !== 'emulator');
  if (!run?.endedAt || run.firstTokenAt === undefined || !isReal) return null;
  return (
    <Suspense>
      <MeasuredPart run={run} />
    </Suspense>
  );
}
