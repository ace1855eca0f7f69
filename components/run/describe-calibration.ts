import { type Calibration, calibrationFactor, calibrationRuns } from '@/lib/tokens/calibration.ts';

/** The factor and what it rests on, as "calibrated ×1.03 from 4 runs"; `undefined` while nothing is known of the model. */
export function describeCalibration(calibration: Calibration, model: string): string | undefined {
  const runs = calibrationRuns(calibration, model);
  if (runs === 0) return undefined;
  return `calibrated ×${calibrationFactor(calibration, model).toFixed(2)} from ${runs} run${runs === 1 ? '' : 's'}`;
}
