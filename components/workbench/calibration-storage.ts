import type { CalibrationStorage } from '@/lib/store/saved-calibration.ts';

const STORAGE_KEY = 'strata-calibration';

/** The calibration in localStorage, shared by all tabs of this browser. */
export const calibrationStorage: CalibrationStorage = {
  load: () => {
    try {
      return localStorage.getItem(STORAGE_KEY) ?? undefined;
    } catch {
      // Storage is refused in some private windows: calibration begins anew there.
      return undefined;
    }
  },
  save: (text) => {
    try {
      localStorage.setItem(STORAGE_KEY, text);
    } catch {
      // What was learnt still holds in this tab.
    }
  },
};
