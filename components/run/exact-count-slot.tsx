'use client';

import { useStore } from 'zustand';
import { latePart } from '@/components/ui/late-part.tsx';
import { useServices, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { canCountExactly } from '@/lib/store/exact-counter.ts';

const ExactCount = latePart(async () => (await import('./exact-count.tsx')).ExactCount);

/** Counting by the provider; its code comes with the first backend that counts. */
export function ExactCountSlot() {
  const canCount = useWorkbench(canCountExactly);
  const isCounting = useStore(useServices().exactCounter.store, (progress) => progress.isCounting);
  return (canCount || isCounting) && <ExactCount />;
}
