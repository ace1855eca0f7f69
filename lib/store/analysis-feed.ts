import { createStore, type StoreApi } from 'zustand/vanilla';
import { TTL_MILLISECONDS } from '@/lib/cache/cache-rules.ts';
import type { CacheState } from '@/lib/cache/cache-state.ts';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import { analyse } from '@/lib/store/analysis/analyse.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { type Assembly, assemble, textsToCount } from '@/lib/store/analysis/assembly.ts';
import type { CountClient } from '@/lib/tokens/worker-client.ts';
import { type CountCorrections, correctedCount } from './count-corrections.ts';
import type { CountTable } from './count-table.ts';
import { countsForItself } from './counts-for-itself.ts';
import { backendAhead, backendRules } from './emulated.ts';
import type { Run } from './run.ts';
import { sessionCache } from './session-cache.ts';
import { currentDocument, type WorkbenchStore } from './workbench-store.ts';

/** The newest analysis; `isSettled` once every count in it is the counter's own. */
export interface AnalysisState {
  readonly analysis: Analysis | undefined;
  readonly isSettled: boolean;
}

export interface AnalysisFeed {
  readonly store: StoreApi<AnalysisState>;
  /** Resolves to an analysis of the document as it stands, with every count known. */
  settled(): Promise<Analysis>;
  dispose(): void;
}

export interface FeedDependencies {
  readonly clock: () => number;
  readonly counter: CountClient;
  readonly table: CountTable;
  /** What backends have taught of counts; without it every count is the counter's own. */
  readonly corrections?: CountCorrections;
}

/** How long an edit waits for its counts before it is shown with rough ones. */
const PATIENCE_MILLISECONDS = 60;

/**
 * Keeps an analysis up to date with the workbench: when something changes it asks the counter for the texts it does not know, and
 * publishes when all are known, or with rough counts when that takes long. Nothing is asked twice while an answer is under way.
 */
export function createAnalysisFeed(
  workbench: WorkbenchStore,
  { clock, counter, table, corrections }: FeedDependencies,
): AnalysisFeed {
  const store = createStore<AnalysisState>(() => ({ analysis: undefined, isSettled: false }));
  const digest = memoDigest(sha256Hex);
  let isAsking = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let expiry: ReturnType<typeof setTimeout> | undefined;

  let assembled: { readonly requestNumber: number; readonly assembly: Assembly } | undefined;
  const assembly = (): Assembly => {
    const state = workbench.getState();
    const [document, requestNumber] = [currentDocument(state), state.runs.length + 1];
    if (assembled?.assembly.document !== document || assembled.requestNumber !== requestNumber) {
      assembled = { requestNumber, assembly: assemble(document, requestNumber) };
    }
    return assembled.assembly;
  };

  function publish(assembled: Assembly, isSettled: boolean): void {
    clearTimeout(patience);
    patience = undefined;
    const state = workbench.getState();
    const cache = sessionCache(state.runs, assembled.document.backend);
    const { backend, model } = assembled.document;
    const estimate = (text: string) => table.count(text, assembled.family);
    const isCorrected = corrections !== undefined && countsForItself(state, backend);
    const count = isCorrected ? correctedCount(corrections.store.getState(), model, estimate) : estimate;
    const now = clock() + backendAhead(state, backend);
    const rules = backendRules(state, backend);
    store.setState({ analysis: analyse(assembled, { count, estimate, digest, cache, rules, now }), isSettled });
    clearTimeout(expiry);
    const next = nextExpiry(cache, now);
    if (next !== undefined) expiry = setTimeout(refresh, Math.min(next, 2_000_000_000));
  }

  function refresh(): void {
    const assembled = assembly();
    const missing = table.missing(textsToCount(assembled), assembled.family);
    if (missing.length === 0) {
      publish(assembled, true);
      return;
    }
    patience ??= setTimeout(() => publish(assembly(), false), store.getState().analysis ? PATIENCE_MILLISECONDS : 0);
    if (isAsking) return;
    isAsking = true;
    void counter.request(missing, assembled.family).then((counts) => {
      isAsking = false;
      table.add(missing, counts, assembled.family);
      refresh();
    });
  }

  const unsubscribe = workbench.subscribe((state, previous) => {
    const isEdited = state.history.present !== previous.history.present || state.emulator !== previous.emulator;
    if (isEdited || hasCacheChanged(state.runs, previous.runs)) refresh();
  });
  const stopCorrecting = corrections?.store.subscribe(refresh);
  refresh();

  return {
    store,
    settled: () =>
      new Promise((resolve) => {
        const check = () => {
          const { analysis, isSettled } = store.getState();
          const isCurrent = analysis?.document === currentDocument(workbench.getState());
          if (!analysis || !isSettled || !isCurrent) return false;
          resolve(analysis);
          return true;
        };
        if (check()) return;
        const stop = store.subscribe(() => {
          if (check()) stop();
        });
      }),
    dispose: () => {
      unsubscribe();
      stopCorrecting?.();
      clearTimeout(patience);
      clearTimeout(expiry);
      counter.dispose();
    },
  };
}

/** The cache follows from which requests were answered, not from the words that stream in. */
function hasCacheChanged(runs: readonly Run[], previous: readonly Run[]): boolean {
  if (runs === previous) return false;
  const answered = (all: readonly Run[]) => all.filter((run) => run.respondedAt !== undefined).length;
  return runs.length !== previous.length || answered(runs) !== answered(previous) || runs[0]?.id !== previous[0]?.id;
}

/** Milliseconds until the first entry runs out, when the prediction changes by itself. */
function nextExpiry(cache: CacheState, now: number): number | undefined {
  const ends = [...cache.values()]
    .map((entry) => entry.startedAt + TTL_MILLISECONDS[entry.ttl] - now)
    .filter((left) => left > 0);
  return ends.length > 0 ? Math.min(...ends) + 1 : undefined;
}
