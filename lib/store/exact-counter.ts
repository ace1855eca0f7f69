import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SendClient } from '@/lib/backends/send-client.ts';
import type { Failure } from '@/lib/errors.ts';
import type { AnalysisFeed } from './analysis-feed.ts';
import { needsVisitorKey } from './chosen-backend.ts';
import type { CountCorrections } from './count-corrections.ts';
import { countsOnRequest } from './counts-for-itself.ts';
import { currentDocument, type WorkbenchStore } from './workbench-store.ts';

/** How far an exact count has come, in calls to the provider. */
export interface ExactProgress {
  readonly isCounting: boolean;
  readonly done: number;
  readonly total: number;
  /** Seconds the provider has asked to wait, while it is waited for. */
  readonly waiting: number | undefined;
  /** Why the last count ended early; a stop is no failure. */
  readonly failure: Failure | undefined;
}

export interface ExactCounter {
  readonly store: StoreApi<ExactProgress>;
  /** Counts what is not known exactly of the request as it stands; nothing happens while a count is under way. */
  start(): Promise<void>;
  stop(): void;
}

export interface ExactCounterDependencies {
  readonly client: Pick<SendClient, 'countTokens'>;
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const IDLE: ExactProgress = { isCounting: false, done: 0, total: 0, waiting: undefined, failure: undefined };

/** Answers are a key and a number: this many are a few megabytes. */
const MAX_ANSWERS = 20_000;

/** Has the backend count prefixes of the request, and puts the differences in the place of the estimates as they come. */
export function createExactCounter(
  workbench: WorkbenchStore,
  feed: AnalysisFeed,
  corrections: CountCorrections,
  { client, wait }: ExactCounterDependencies,
): ExactCounter {
  const store = createStore<ExactProgress>(() => IDLE);
  const answersOf = new Map<string, Map<string, number>>();
  let abort: AbortController | undefined;

  const knownAnswers = (backend: string): Map<string, number> => {
    const known = answersOf.get(backend);
    const answers = known && known.size < MAX_ANSWERS ? known : new Map<string, number>();
    answersOf.set(backend, answers);
    return answers;
  };

  async function count(signal: AbortSignal): Promise<Failure | undefined> {
    const analysis = await feed.settled();
    if (signal.aborted || analysis.blocking.length > 0) return analysis.blocking[0];
    const { countExactly } = await import('./count-exactly.ts');
    return countExactly(analysis, {
      state: workbench.getState(),
      answers: knownAnswers(analysis.document.backend),
      corrections,
      client,
      wait,
      signal,
      report: (progress) => store.setState(progress),
    });
  }

  return {
    store,
    stop: () => abort?.abort(),
    start: async () => {
      if (abort) return;
      const controller = new AbortController();
      abort = controller;
      store.setState({ ...IDLE, isCounting: true });
      try {
        const failure = await count(controller.signal);
        store.setState({ failure });
      } catch {
        const message = 'The server did not answer when the code that counts was to be loaded.';
        store.setState({
          failure: { code: 'backend-unreachable', message, fix: 'Nothing was changed. Try again when it is back.' },
        });
      } finally {
        abort = undefined;
        store.setState({ isCounting: false, waiting: undefined });
      }
    },
  };
}

/** Can the document's backend be asked: does it count for itself, and is there a key where it needs the visitor's? */
export function canCountExactly(state: ReturnType<WorkbenchStore['getState']>): boolean {
  const { backend: id } = currentDocument(state);
  const backend = state.backends.find((each) => each.id === id);
  if (!backend || !countsOnRequest(backend)) return false;
  return !needsVisitorKey(state, backend) || Boolean(state.visitorKeys[id]);
}
