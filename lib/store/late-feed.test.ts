import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { createAnalysisFeed } from './analysis-feed.ts';
import { createCountCorrections } from './count-corrections.ts';
import { createCountTable } from './count-table.ts';
import { type EarlyReply, type EarlyRequest, serveAnalyses } from './early-analysis.ts';
import { createLateFeed } from './late-feed.ts';
import type { Run } from './run.ts';
import { sampleRun } from './run-sample.ts';
import { heldCounter, quarterCount, sampleWorkbench } from './workbench-sample.ts';

const { document } = PRESETS[0];

type Listener = (event: { readonly data?: unknown }) => void;

/** A worker of the real code on this thread; whatever passes is cloned, as between threads. */
function startWorker(clock: () => number) {
  const page: Record<'message' | 'error', Listener[]> = { message: [], error: [] };
  const requests: EarlyRequest[] = [];
  let work: ((event: { readonly data: EarlyRequest }) => unknown) | undefined;
  let hasVocabulary = false;
  let haveVocabulary: () => void = () => undefined;
  const vocabulary = new Promise<void>((resolve) => {
    haveVocabulary = () => {
      hasVocabulary = true;
      resolve();
    };
  });
  const counts = async (texts: readonly string[]) => {
    await vocabulary;
    return texts.map(quarterCount);
  };
  serveAnalyses(
    {
      postMessage: (reply: EarlyReply) => {
        for (const tell of page.message) tell({ data: structuredClone(reply) });
      },
      addEventListener: (_type, listener) => {
        work = listener;
      },
    },
    { isReady: () => hasVocabulary, counts },
    clock,
  );
  return {
    requests,
    port: {
      postMessage: (message: EarlyRequest) => {
        const data = structuredClone(message);
        requests.push(data);
        queueMicrotask(() => work?.({ data }));
      },
      addEventListener: (type: 'message' | 'error', listener: Listener) => void page[type].push(listener),
    },
    haveVocabulary,
    fail: () => {
      for (const tell of page.error) tell({});
    },
  };
}

function start(runs: readonly Run[] = []) {
  const sample = sampleWorkbench();
  for (const run of runs) sample.workbench.getState().putRun(run);
  const worker = startWorker(sample.clock);
  const held = heldCounter();
  const table = createCountTable();
  const corrections = createCountCorrections();
  let isOffline = false;
  let loads = 0;
  const feed = createLateFeed(sample.workbench, {
    port: worker.port,
    table,
    corrections,
    load: async (store) => {
      loads += 1;
      if (isOffline) throw new Error('offline');
      return createAnalysisFeed(sample.workbench, {
        clock: sample.clock,
        counter: held.counter,
        table,
        corrections,
        store,
      });
    },
  });
  return {
    ...sample,
    ...worker,
    held,
    feed,
    state: feed.store.getState,
    loads: () => loads,
    setOffline: (isNow: boolean) => {
      isOffline = isNow;
    },
  };
}

/** Lets everything happen that waits for nothing but its turn. */
const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the late feed', () => {
  it('STORE-15 has the worker analyse, roughly at first, and fetches no code for it', async () => {
    const { state, haveVocabulary, loads } = start();
    await turns();
    expect(state()).toMatchObject({ isSettled: false, analysis: { total: { method: 'rough' } } });
    haveVocabulary();
    await turns();
    expect(state()).toMatchObject({ isSettled: true, analysis: { total: { method: 'exact' } } });
    expect(state().analysis?.document).toBe(document);
    expect(loads()).toBe(0);
  });

  it('STORE-15 says in the worker what the page says itself', async () => {
    const { state, haveVocabulary, feed } = start([sampleRun()]);
    haveVocabulary();
    await turns();
    const early = state().analysis;
    await feed.wake();
    expect(state().analysis).not.toBe(early);
    expect(state()).toEqual({ analysis: early, isSettled: true });
  });

  it('STORE-16 fetches the code at the first change; figures follow whoever has them first, and no text is counted twice', async () => {
    const { state, haveVocabulary, edit, loads, held } = start();
    haveVocabulary();
    await turns();
    edit({ draft: 'Something else' });
    await turns();
    expect(loads()).toBe(1);
    expect(held.asked.flat()).toEqual(['Something else']);
    await held.answer();
    expect(state()).toMatchObject({ isSettled: true, analysis: { document: { draft: 'Something else' } } });
  });

  it('STORE-16 goes on in the worker while the code cannot be fetched, and tries again at the next change', async () => {
    const { state, haveVocabulary, edit, loads, setOffline, requests, held } = start();
    haveVocabulary();
    setOffline(true);
    await turns();
    edit({ draft: 'One' });
    edit({ draft: 'Two' });
    edit({ draft: 'Three' });
    await turns();
    expect(state()).toMatchObject({ isSettled: true, analysis: { document: { draft: 'Three' } } });
    expect(requests.map(({ snapshot }) => snapshot.document.draft)).toEqual([document.draft, 'One', 'Three']);
    const tried = loads();
    setOffline(false);
    edit({ draft: 'Four' });
    await turns();
    expect(loads()).toBeGreaterThan(tried);
    await held.answer();
    expect(state().analysis?.document.draft).toBe('Four');
  });

  it('STORE-16 fetches the code when the worker fails, and settles for whoever asks', async () => {
    const failing = start();
    failing.fail();
    await turns();
    expect(failing.loads()).toBe(1);

    const asking = start();
    const settled = asking.feed.settled();
    await turns();
    await asking.held.answer();
    expect((await settled).document).toBe(document);
  });

  it('STORE-17 predicts anew when the entry of a restored session expires', async () => {
    const { state, haveVocabulary, workbench, pass, clock } = start();
    haveVocabulary();
    await turns();
    const run = sampleRun();
    const now = clock();
    const entry = {
      key: state().analysis?.chain.positions.at(-1)?.key ?? '',
      ttl: '5m',
      startedAt: now,
      readableAt: now,
    } as const;
    workbench.getState().restore(undefined, {
      session: 'a',
      runs: [
        { ...run, sentAt: now, respondedAt: now, endedAt: now, prediction: { ...run.prediction, created: [entry] } },
      ],
    });
    await turns();
    expect(state().analysis?.prediction.usage.cacheReadTokens).toBeGreaterThan(0);
    pass(300_001);
    await vi.advanceTimersByTimeAsync(300_001);
    await turns();
    expect(state().analysis?.prediction.usage.cacheReadTokens).toBe(0);
  });

  it('STORE-16 publishes nothing after it was disposed of', async () => {
    const { feed, state, haveVocabulary } = start();
    feed.dispose();
    haveVocabulary();
    await turns();
    expect(state().analysis).toBeUndefined();
  });
});
