import type { WorkbenchState } from './workbench-store.ts';

/**
 * Does this backend count tokens for itself? Only its reports teach, and only its predictions are corrected: the emulator counts
 * with our own uncorrected estimate, and predictions there would no longer match it.
 */
export function countsForItself({ backends }: Pick<WorkbenchState, 'backends'>, backend: string): boolean {
  const kind = backends.find(({ id }) => id === backend)?.kind;
  return kind !== undefined && kind !== 'emulator';
}
