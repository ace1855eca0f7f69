import type { BackendDescription } from '@/lib/backends/backend.ts';
import { createSendClient, type SendClient } from '@/lib/backends/send-client.ts';
import { findPreset, type PresetList } from '@/lib/document/preset.ts';
import { StrataError } from '@/lib/errors.ts';
import type { AnalysisFeed } from '@/lib/store/analysis-feed.ts';
import { withBackend } from '@/lib/store/chosen-backend.ts';
import { type CountCorrections, createCountCorrections } from '@/lib/store/count-corrections.ts';
import { createCountTable } from '@/lib/store/count-table.ts';
import type { EarlyPort } from '@/lib/store/early-client.ts';
import { createExactCounter, type ExactCounter } from '@/lib/store/exact-counter.ts';
import { createFlagEffectFeed, type FlagEffectFeed } from '@/lib/store/flag-effect-feed.ts';
import { keepWork } from '@/lib/store/keep-work.ts';
import { createLateFeed } from '@/lib/store/late-feed.ts';
import { createLateSender } from '@/lib/store/late-sender.ts';
import { learnFromRuns } from '@/lib/store/learn-from-runs.ts';
import { createLintFeed, type LintFeed } from '@/lib/store/lint-feed.ts';
import type { FoundWork, WorkStorage } from '@/lib/store/saved-work.ts';
import type { Sender } from '@/lib/store/send-run.ts';
import { createWorkbenchStore, type WorkbenchStore } from '@/lib/store/workbench-store.ts';
import { SHARED_ANSWER_BYTES } from '@/lib/tokens/shared-answer.ts';
import { createCountClient } from '@/lib/tokens/worker-client.ts';
import { browserStorage } from './browser-storage.ts';
import { calibrationStorage } from './calibration-storage.ts';
import { createSaveTiming } from './save-timing.ts';

/** What the page hands in. */
export interface WorkbenchOptions {
  readonly backends: readonly BackendDescription[];
  /** The id of the backend that a new visitor starts with. */
  readonly defaultBackend: string;
  /** The server is this visitor's alone. */
  readonly isLocal: boolean;
  readonly presets: PresetList;
}

/** The running workbench: its state, what is derived from it, and what sends its requests. */
export interface Workbench {
  readonly presets: PresetList;
  readonly store: WorkbenchStore;
  readonly feed: AnalysisFeed;
  readonly flagEffects: FlagEffectFeed;
  readonly corrections: CountCorrections;
  readonly exactCounter: ExactCounter;
  readonly lint: LintFeed;
  readonly sender: Sender;
  readonly client: SendClient;
  /** The page's time, in epoch milliseconds. */
  readonly clock: () => number;
  dispose(): void;
}

const clock = () => Date.now();
const newId = () => crypto.randomUUID();

/** Safari has no idle callback. */
const idle = (after: number) =>
  new Promise<void>((resolve) => {
    const whenIdle = () => ('requestIdleCallback' in globalThis ? requestIdleCallback(() => resolve()) : resolve());
    setTimeout(whenIdle, after);
  });

/** The first thing that a visitor does with the page: until then nothing is fetched that is not seen. */
const touched = () =>
  new Promise<void>((resolve) => {
    for (const occasion of ['pointerdown', 'keydown']) addEventListener(occasion, () => resolve(), { once: true });
  });

const wait = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, signal.aborted ? 0 : milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Browsers give it only to pages that are cross-origin isolated. */
const sharedMemory = () => (crossOriginIsolated ? new SharedArrayBuffer(SHARED_ANSWER_BYTES) : undefined);

const makeWorker = () =>
  new Worker(new URL('../../lib/store/workbench.worker.ts', import.meta.url), { type: 'module' });

/** The first worker serves whoever comes first, and then who counts; after it has failed, or could not start, there are others. */
function handOver(): { readonly first: EarlyPort; readonly next: () => Worker } {
  let usable: Worker | undefined;
  try {
    usable = makeWorker();
  } catch {
    return { first: NO_WORKER, next: makeWorker };
  }
  const first = usable;
  first.addEventListener('error', () => {
    usable = undefined;
  });
  return {
    first,
    next: () => {
      const worker = usable ?? makeWorker();
      usable = undefined;
      return worker;
    },
  };
}

/** Where the browser starts no worker. */
const NO_WORKER: EarlyPort = {
  postMessage: () => {
    throw new StrataError('This browser starts no worker.');
  },
  addEventListener: () => undefined,
};

/** Wires the workbench to the browser: saved work first, then a shared link on top of it (undo brings the work back). */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { backends, defaultBackend, isLocal, presets } = options;
  const first = backends.find(({ id }) => id === defaultBackend);
  const document = first ? withBackend(presets[0].document, first) : presets[0].document;
  const store = createWorkbenchStore(document, { clock, newId, backends, isLocal });
  const gone = new AbortController();
  const kept = await restoreInto(store);
  const timing = createSaveTiming(gone.signal);
  const stopKeeping = kept ? keepWork(store, kept.storage, timing, kept.isUnwritten) : () => undefined;
  await openLink(store, presets);
  const corrections = createCountCorrections(calibrationStorage);
  const workers = handOver();
  const counting = {
    counter: createCountClient(workers.next, { memory: sharedMemory() }),
    table: createCountTable(),
    corrections,
  };
  const feed = createLateFeed(store, {
    ...counting,
    port: workers.first,
    load: async (analyses) => {
      const { createAnalysisFeed } = await import('@/lib/store/analysis-feed.ts');
      return createAnalysisFeed(store, { clock, ...counting, store: analyses });
    },
  });
  const client = createSendClient(fetch.bind(globalThis));
  const sender = createLateSender(store, async () => {
    const { createSender } = await import('@/lib/store/send-run.ts');
    return createSender(store, feed, { clock, newId, client });
  });
  const exactCounter = createExactCounter(store, feed, corrections, { client, wait });
  const isTouched = touched();
  void isTouched.then(feed.wake).catch(() => undefined);
  const lint = createLintFeed(store, feed, { idle: (after) => isTouched.then(() => idle(after)) });
  const stopLearning = learnFromRuns(store, corrections);
  addEventListener('hashchange', () => void openLink(store, presets), { signal: gone.signal });
  return {
    presets,
    store,
    feed,
    flagEffects: createFlagEffectFeed(store, { ...counting, idle }),
    corrections,
    exactCounter,
    lint,
    sender,
    client,
    clock,
    dispose: () => {
      gone.abort();
      stopKeeping();
      stopLearning();
      sender.stop();
      exactCounter.stop();
      lint.dispose();
      feed.dispose();
    },
  };
}

/** What reads saved work comes only when there is some: the parser (with zod, 31 kB), and the reader of a session. */
async function readSaved({ document, log }: FoundWork) {
  const parse = async (value: unknown) =>
    (await fetched(import('@/lib/document/parse-document.ts'))).parseDocument(value);
  const reader = log === undefined ? undefined : await fetched(import('@/lib/store/read-saved-log.ts'));
  return {
    document: document === undefined ? undefined : await parse(document),
    log: reader?.readSavedLog(log),
    held: await reader?.readSavedSession(log, parse),
  };
}

/** To start from the preset for want of code would look as if the work were gone. */
async function fetched<Code>(code: Promise<Code>): Promise<Code> {
  try {
    return await code;
  } catch (cause) {
    const happened = 'The server did not answer when the code that reads your work was to be fetched.';
    throw new StrataError(`${happened} Reload when you are online; your work is untouched.`, { cause });
  }
}

/** Undefined where the browser keeps nothing; `isUnwritten` as for `keepWork`. */
async function restoreInto(
  store: WorkbenchStore,
): Promise<{ readonly storage: WorkStorage; readonly isUnwritten: boolean } | undefined> {
  const found = await findWork(store);
  if (!found) return undefined;
  const { storage, saved } = found;
  const { document, log, held } = await readSaved(saved);
  const { restore, announce } = store.getState();
  restore(document?.ok ? document.value : undefined, log, held);
  if (!document || document.ok) return { storage, isUnwritten: saved.isUnwritten === true };
  const message = `Your saved work could not be read (${document.failure.place}): ${document.failure.message}`;
  announce({ message, fix: 'It is kept in this browser as it is; you start from the preset.' });
  return orUnkept(store, async () => {
    await storage.setAside();
    return { storage, isUnwritten: false };
  });
}

const findWork = (store: WorkbenchStore) =>
  orUnkept(store, async () => {
    const storage = await browserStorage(newId, clock);
    return { storage, saved: await storage.load() };
  });

/** Undefined, with a word about it, where the browser's storage refuses: then nothing is written to it either. */
async function orUnkept<Found>(store: WorkbenchStore, act: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await act();
  } catch (error) {
    const message = `This browser keeps no data for Strata: ${(error as Error).message}.`;
    store.getState().announce({ message, fix: 'You can work as usual; share a link to keep a copy.' });
    return undefined;
  }
}

/** Opens the document in the address, if there is one, and takes it out of the address bar: the work goes on from here. */
async function openLink(store: WorkbenchStore, presets: PresetList): Promise<void> {
  const fragment = location.hash.slice(1);
  if (fragment === '') return;
  const code = await import('@/lib/document/share-codec.ts').catch(() => undefined);
  if (!code) {
    const message = 'The server did not answer when the code that opens links was to be fetched.';
    store.getState().announce({ message, fix: 'The link is still in the address bar: reload the page to open it.' });
    return;
  }
  history.replaceState(null, '', location.pathname + location.search);
  const shared = code.decodeShare(fragment, (preset) => findPreset(presets, preset));
  if (shared.ok) store.getState().open(shared.value, 'Open shared link');
  else store.getState().announce(shared.failure);
}
