'use client';

import { useStore } from 'zustand';
import { latePart } from '@/components/ui/late-part.tsx';
import { useDocument, useServices } from '@/components/workbench/workbench-context.tsx';
import { calibrationRuns } from '@/lib/tokens/calibration.ts';

const CalibrationLine = latePart(async () => (await import('./calibration-line.tsx')).CalibrationLine);

/** What runs have taught of the model; its code comes with the first of them. */
export function CalibrationSlot() {
  const { corrections } = useServices();
  const model = useDocument((document) => document.model);
  const isTaught = useStore(corrections.store, ({ calibration }) => calibrationRuns(calibration, model) > 0);
  return isTaught && <CalibrationLine />;
}
