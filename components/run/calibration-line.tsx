'use client';

import { useStore } from 'zustand';
import { Button } from '@/components/ui/button.tsx';
import { useAnalysis, useDocument, useServices, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { countsForItself } from '@/lib/store/counts-for-itself.ts';
import { describeCalibration } from './describe-calibration.ts';

/** What this browser's runs have taught of the model's counts, while it is made use of. */
export function CalibrationLine() {
  const { corrections } = useServices();
  const model = useDocument((document) => document.model);
  const backend = useDocument((document) => document.backend);
  const isUsed = useWorkbench((state) => countsForItself(state, backend));
  const isEstimated = useAnalysis(({ estimatedTokens }) => estimatedTokens !== undefined);
  const words = useStore(corrections.store, ({ calibration }) => describeCalibration(calibration, model));
  if (!isUsed || !isEstimated || words === undefined) return null;
  return (
    <p className="mt-2 flex items-center justify-between gap-2 text-sm text-ink-2">
      <span title="Estimates are multiplied by what this model's backend reported, over what was estimated. Kept in this browser.">
        {words}
      </span>
      <Button variant="quiet" size="sm" aria-label="Reset calibration" onClick={() => corrections.reset(model)}>
        Reset
      </Button>
    </p>
  );
}
