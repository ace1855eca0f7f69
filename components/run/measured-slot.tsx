'use client';

import { latePart } from '@/components/ui/late-part.tsx';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Run } from '@/lib/store/run.ts';

const MeasuredPart = latePart(async () => (await import('./measured-part.tsx')).MeasuredPart);

/** Behind an answer of a real server: what was measured. The emulator's pace is made up, and says nothing. */
export function MeasuredSlot({ run }: { run: Run | undefined }) {
  const isReal = useWorkbench(({ backends }) => backends.find(({ id }) => id === run?.backend)?.kind !== 'emulator');
  if (!run?.endedAt || run.firstTokenAt === undefined || !isReal) return null;
  return <MeasuredPart run={run} />;
}
