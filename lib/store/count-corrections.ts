import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  addRun,
  type Calibration,
  calibrateCount,
  calibrationFactor,
  calibrationRuns,
  forgetModel,
} from '@/lib/tokens/calibration.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import { addExact, EMPTY_EXACT_TABLE, type ExactTable, exactTokens } from './exact-table.ts';
import { type CalibrationStorage, readCalibration, writeCalibration } from './saved-calibration.ts';

/** What backends that count for themselves have taught of counts: a factor for each model, and exact figures of texts. */
export interface Corrections {
  readonly calibration: Calibration;
  readonly exact: ExactTable;
}

export interface CountCorrections {
  readonly store: StoreApi<Corrections>;
  /** A finished run: the uncalibrated estimate of its input, and what was reported. */
  learn(model: string, estimated: number, reported: number): void;
  /** Forgets a model's factor. */
  reset(model: string): void;
  addExact(model: string, figures: ReadonlyMap<string, number>): void;
}

export type CountText = (text: string) => TokenCount;

/** Corrections that begin with the saved calibration; every change of it is saved. */
export function createCountCorrections(storage?: CalibrationStorage): CountCorrections {
  const initial = { calibration: readCalibration(storage?.load()), exact: EMPTY_EXACT_TABLE };
  const store = createStore<Corrections>(() => initial);
  const setCalibration = (change: (old: Calibration) => Calibration) => {
    const calibration = change(store.getState().calibration);
    if (calibration === store.getState().calibration) return;
    store.setState({ calibration });
    storage?.save(writeCalibration(calibration));
  };
  return {
    store,
    learn: (model, estimated, reported) => setCalibration((old) => addRun(old, model, estimated, reported)),
    reset: (model) => setCalibration((old) => forgetModel(old, model)),
    addExact: (model, figures) => {
      if (figures.size > 0) store.setState(({ exact }) => ({ exact: addExact(exact, model, figures) }));
    },
  };
}

/** Counts as they are predicted with: the provider's own figure where it is known, else the estimate, calibrated. */
export function correctedCount({ calibration, exact }: Corrections, model: string, estimate: CountText): CountText {
  const factor = calibrationFactor(calibration, model);
  const runs = calibrationRuns(calibration, model);
  return (text) => {
    const tokens = exactTokens(exact, model, text);
    if (tokens !== undefined) return { tokens, low: tokens, high: tokens, method: 'exact' };
    return calibrateCount(estimate(text), factor, runs);
  };
}
