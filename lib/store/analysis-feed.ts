import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import type { ChainLinks } from '@/lib/cache/prefix-chain.ts';
import type { Document } from '@/lib/document/document.ts';
import type { HeldSession } from '@/lib/document/held-session.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { type Assembly, assemble, textsToCount } from '@/lib/store/analysis/assembly.ts';
import type { CountClient } from '@/lib/tokens/worker-client.ts';
import { analyseState, type StateAnalysis } from './analyse-state.ts';
import { type AnalysisStore, createAnalysisStore } from './analysis-store.ts';
import { isAnotherRequest } from './another-request.ts';
import { backendKind } from './chosen-backend.ts';
import type { CountCorrections } from './count-corrections.ts';
import type { CountTable } from './count-table.ts';
import { currentDocument, type WorkbenchStore } from './workbench-store.ts';

export interface AnalysisFeed {
  readonly store: AnalysisStore;
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
  /** Where analyses are published; one of its own unless given. */
  readonly store?: AnalysisStore;
}

/** How long an edit waits for its counts before it is shown with rough ones. */
const PATIENCE_MILLISECONDS = 60;

/**
 * Keeps an analysis up to date with the workbench: when something changes it asks the counter for the texts it does not know, and
 * publishes when all are known, or with rough counts when that takes long. Nothing is asked twice while an answer is under way.
 */
export function createAnalysisFeed(
  workbench: WorkbenchStore,
  { clock, counter, table, corrections, store = createAnalysisStore() }: FeedDependencies,
): AnalysisFeed {
  const digest = memoDigest(sha256Hex);
  const links: ChainLinks = new WeakMap();
  let isAsking = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let expiry: ReturnType<typeof setTimeout> | undefined;

  let assembled: Memo | undefined;
  const assembly = (): Assembly => {
    const state = workbench.getState();
    const [document, requestNumber, { held }] = [currentDocument(state), state.runs.length + 1, state];
    const kind = backendKind(state, document.backend);
    const isSame = assembled?.assembly.document === document && assembled.assembly.kind === kind;
    if (!assembled || !isSame || assembled.requestNumber !== requestNumber || assembled.held !== held) {
      assembled = { requestNumber, held, assembly: assemble(document, requestNumber, held, kind) };
    }
    return assembled.assembly;
  };

  const analysisOf = (assembled: Assembly): StateAnalysis =>
    analyseState(workbench.getState(), assembled, {
      table,
      digest,
      links,
      now: clock(),
      ...(corrections && { corrections: corrections.store.getState() }),
    });

  function publish(assembled: Assembly, isSettled: boolean): void {
    clearTimeout(patience);
    patience = undefined;
    const { analysis, expiresIn } = analysisOf(assembled);
    store.setState({ analysis, isSettled });
    clearTimeout(expiry);
    if (expiresIn !== undefined) expiry = setTimeout(refresh, expiresIn);
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
      if (assembly() === assembled) publish(assembled, true);
      else refresh();
    });
  }

  const unsubscribe = workbench.subscribe((state, previous) => {
    if (isAnotherRequest(state, previous)) refresh();
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
      const state = workbench.getState();
      const other = assemble(document, state.runs.length + 1, state.held, backendKind(state, document.backend));
      const missing = table.missing(textsToCount(other), other.family);
      if (missing.length > 0) table.add(missing, await counter.request(missing, other.family), other.family);
      return analysisOf(other).analysis;
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
