import type { AnalysisFeed } from './analysis-feed.ts';
import { type AnalysisStore, createAnalysisStore } from './analysis-store.ts';
import { isAnotherRequest } from './another-request.ts';
import type { CountCorrections } from './count-corrections.ts';
import type { CountTable } from './count-table.ts';
import type { WorkbenchSnapshot } from './early-analysis.ts';
import { createEarlyClient, type EarlyPort } from './early-client.ts';
import { currentDocument, type WorkbenchStore } from './workbench-store.ts';

/** A feed whose code comes when it is first needed. */
export interface LateFeed extends AnalysisFeed {
  /** Fetches the code, once; rejects when that fails, and the next call tries again. */
  wake(): Promise<AnalysisFeed>;
}

export interface LateFeedDependencies {
  /** Analyses until the code is here. */
  readonly port: EarlyPort;
  /** Gets what the worker has counted meanwhile. */
  readonly table: CountTable;
  readonly corrections: CountCorrections;
  /** Fetches the code, and starts the feed that publishes to the store from then on. */
  readonly load: (store: AnalysisStore) => Promise<AnalysisFeed>;
}

/**
 * Keeps an analysis up to date, in a worker until the page has the code to do it at once: that is fetched at the first change, and
 * by whoever wakes it. A worker that fails wakes it too.
 */
export function createLateFeed(
  workbench: WorkbenchStore,
  { port, table, corrections, load }: LateFeedDependencies,
): LateFeed {
  const store = createAnalysisStore();
  let live: Promise<AnalysisFeed> | undefined;
  let expiry: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;

  const wake = (): Promise<AnalysisFeed> => {
    live ??= load(store).then(takeOver, (error: unknown) => {
      live = undefined;
      throw error;
    });
    return live;
  };
  /** What cannot be fetched now is fetched at the next occasion; the worker goes on meanwhile. */
  const tryToWake = () => void wake().catch(() => undefined);

  const early = createEarlyClient(port, {
    onAnalysis: ({ analysis, expiresIn, counted }) => {
      if (counted) table.add(counted.texts, counted.counts, counted.family);
      store.setState({ analysis, isSettled: counted !== undefined });
      clearTimeout(expiry);
      if (expiresIn !== undefined) expiry = setTimeout(ask, expiresIn);
    },
    onFailure: tryToWake,
  });
  const ask = () => early.ask(snapshotOf(workbench, corrections));
  const stopWatching = workbench.subscribe((state, previous) => {
    if (!isAnotherRequest(state, previous)) return;
    ask();
    tryToWake();
  });

  function takeOver(feed: AnalysisFeed): AnalysisFeed {
    rest();
    if (isDisposed) feed.dispose();
    return feed;
  }

  function rest(): void {
    early.stop();
    stopWatching();
    clearTimeout(expiry);
  }

  ask();
  return {
    store,
    wake,
    settled: async () => (await wake()).settled(),
    analysed: async (document) => (await wake()).analysed(document),
    dispose: () => {
      isDisposed = true;
      rest();
      void live?.then((feed) => feed.dispose()).catch(() => undefined);
    },
  };
}

function snapshotOf(workbench: WorkbenchStore, corrections: CountCorrections): WorkbenchSnapshot {
  const state = workbench.getState();
  const { runs, backends, emulator, displaced, held } = state;
  return {
    document: currentDocument(state),
    runs,
    backends,
    emulator,
    displaced,
    held,
    corrections: corrections.store.getState(),
  };
}
