import { createStore, type StoreApi } from 'zustand/vanilla';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import type { Document } from '@/lib/document/document.ts';
import type { HeldSession } from '@/lib/document/held-session.ts';
import { analyse } from '@/lib/store/analysis/analyse.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { type Assembly, assemble, textsToCount } from '@/lib/store/analysis/assembly.ts';
import type { CountClient } from '@/lib/tokens/worker-client.ts';
import { type CountCorrections, correctedCount } from './count-corrections.ts';
import type { CountTable } from './count-table.ts';
import { countsForItself } from './counts-for-itself.ts';
import { backendAhead, backendRules } from './emulated.ts';
import type { Run } from './run.ts';
import { sessionCache, sessionPolicy } from './session-cache.ts';
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
  /** An analysis of another document in this session, with every count known; it is not shown. */
  analysed(document: Document): Promise<Analysis>;
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

  let assembled: Memo | undefined;
  const assembly = (): Assembly => {
    const state = workbench.getState();
    const [document, requestNumber, { held }] = [currentDocument(state), state.runs.length + 1, state];
    const isSame = assembled?.assembly.document === document && assembled.requestNumber === requestNumber;
    if (!assembled || !isSame || assembled.held !== held) {
      assembled = { requestNumber, held, assembly: assemble(document, requestNumber, held) };
    }
    return assembled.assembly;
  };

  function analysisOf(assembled: Assembly): Analysis {
    const state = workbench.getState();
    const { backend, model } = assembled.document;
    const { policy, cache } = cacheOf(assembled);
    const estimate = (text: string) => table.count(text, assembled.family);
    const isCorrected = corrections !== undefined && countsForItself(state, backend);
    const count = isCorrected ? correctedCount(corrections.store.getState(), model, estimate) : estimate;
    const now = clock() + backendAhead(state, backend);
    return analyse(assembled, { count, estimate, digest, policy, cache, rules: backendRules(state, backend), now });
  }

  const cacheOf = ({ document }: Assembly) => {
    const state = workbench.getState();
    const policy = sessionPolicy(state, document);
    return { policy, cache: sessionCache(policy, state.runs, document.backend) };
  };

  function publish(assembled: Assembly, isSettled: boolean): void {
    clearTimeout(patience);
    patience = undefined;
    const now = clock() + backendAhead(workbench.getState(), assembled.document.backend);
    store.setState({ analysis: analysisOf(assembled), isSettled });
    clearTimeout(expiry);
    const next = cacheOf(assembled).cache.nextExpiry(now);
    if (next !== undefined) expiry = setTimeout(refresh, Math.min(next - now + 1, 2_000_000_000));
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
    const isEdited =
      state.history.present !== previous.history.present ||
      state.held !== previous.held ||
      state.emulator !== previous.emulator;
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
          // What the session holds changes the request as well: an analysis from before that is not of this moment.
          const isCurrent =
            analysis?.document === currentDocument(workbench.getState()) && analysis.built === assembly().built;
          if (!analysis || !isSettled || !isCurrent) return false;
          resolve(analysis);
          return true;
        };
        if (check()) return;
        const stop = store.subscribe(() => {
          if (check()) stop();
        });
      }),
    analysed: async (document) => {
      const { runs, held } = workbench.getState();
      const other = assemble(document, runs.length + 1, held);
      const missing = table.missing(textsToCount(other), other.family);
      if (missing.length > 0) table.add(missing, await counter.request(missing, other.family), other.family);
      return analysisOf(other);
    },
    dispose: () => {
      unsubscribe();
      stopCorrecting?.();
      clearTimeout(patience);
      clearTimeout(expiry);
      counter.dispose();
    },
  };
}

interface Memo {
  readonly requestNumber: number;
  readonly held: HeldSession;
  readonly assembly: Assembly;
}

/** The cache follows from which requests were answered and which are over, not from the words that stream in. */
function hasCacheChanged(runs: readonly Run[], previous: readonly Run[]): boolean {
  if (runs === previous) return false;
  const stages = (all: readonly Run[]) =>
    all.reduce((sum, run) => sum + (run.respondedAt === undefined ? 0 : run.endedAt === undefined ? 1 : 2), 0);
  return runs.length !== previous.length || stages(runs) !== stages(previous) || runs[0]?.id !== previous[0]?.id;
}
