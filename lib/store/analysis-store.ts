import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';

/** The newest analysis; `isSettled` once every count in it is the counter's own. */
export interface AnalysisState {
  readonly analysis: Analysis | undefined;
  readonly isSettled: boolean;
}

export type AnalysisStore = StoreApi<AnalysisState>;

/** A store that knows nothing yet. */
export const createAnalysisStore = (): AnalysisStore =>
  createStore<AnalysisState>(() => ({ analysis: undefined, isSettled: false }));
