import { isFields } from '@/lib/json-value.ts';
import type { Calibration, ModelCalibration } from '@/lib/tokens/calibration.ts';

/** Where a calibration is kept in the browser, as a text. Neither may throw; a refusal to keep loses only what was learnt. */
export interface CalibrationStorage {
  load(): string | undefined;
  save(text: string): void;
}

const VERSION = 1;

export function writeCalibration(calibration: Calibration): string {
  return JSON.stringify({ version: VERSION, models: calibration });
}

/** The saved calibration; a text, a version or a model's entry that cannot be read is as good as none. */
export function readCalibration(text: string | undefined): Calibration {
  const saved = parsed(text);
  if (!isFields(saved) || saved['version'] !== VERSION || !isFields(saved['models'])) return {};
  const models = Object.entries(saved['models']).filter((entry): entry is [string, ModelCalibration] =>
    isModelCalibration(entry[1]),
  );
  return Object.fromEntries(
    models.map(([model, { reported, estimated, runs }]) => [model, { reported, estimated, runs }]),
  );
}

function isModelCalibration(value: unknown): value is ModelCalibration {
  if (!isFields(value)) return false;
  const { reported, estimated, runs } = value;
  const isSum = (sum: unknown) => typeof sum === 'number' && Number.isFinite(sum) && sum > 0;
  return isSum(reported) && isSum(estimated) && Number.isSafeInteger(runs) && Number(runs) > 0;
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // What another version or another page has left there is no calibration.
    return undefined;
  }
}
