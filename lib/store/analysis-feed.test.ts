import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import { messagesPolicy } from '@/lib/cache/messages-cache.ts';
import { anyEdit } from '@/lib/document/document.arbitrary.ts';
import type { Document } from '@/lib/document/document.ts';
import { changeSection } from '@/lib/document/edit-sections.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { analyse } from './analysis/analyse.ts';
import { assemble, textsToCount } from './analysis/assembly.ts';
import { createAnalysisFeed } from './analysis-feed.ts';
import { createCountTable } from './count-table.ts';
import { sampleRun } from './run-sample.ts';
import { sessionCache } from './session-cache.ts';
import { heldCounter, quarterCount, sampleWorkbench } from './workbench-sample.ts';

const { document } = PRESETS[0];

function start() {
  const sample = sampleWorkbench();
  const held = heldCounter();
  const feed = createAnalysisFeed(sample.workbench, {
    clock: sample.clock,
    counter: held.counter,
    table: createCountTable(),
  });
  return { ...sample, ...held, feed, state: feed.store.getState };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the analysis feed', () => {
  it('STORE-11 shows rough figures at once at the start, and exact ones when the counter has answered', async () => {
    const { state, answer } = start();
    expect(state().analysis).toBeUndefined();
    vi.advanceTimersByTime(0);
    expect(state()).toMatchObject({ isSettled: false, analysis: { total: { method: 'rough' } } });
    await answer();
    expect(state()).toMatchObject({ isSettled: true, analysis: { total: { method: 'exact' } } });
  });

  it('STORE-11 keeps the old figures for 60 ms after an edit, then shows rough ones', async () => {
    const { state, answer, edit } = start();
    await answer();
    edit({ draft: 'Something else' });
    vi.advanceTimersByTime(59);
    expect(state().analysis?.document.draft).toBe(document.draft);
    vi.advanceTimersByTime(1);
    expect(state()).toMatchObject({ isSettled: false, analysis: { document: { draft: 'Something else' } } });
    await answer();
    expect(state()).toMatchObject({ isSettled: true, analysis: { total: { method: 'exact' } } });
  });

  it('STORE-11 never shows rough figures when the answer comes in time', async () => {
    const { feed, answer, edit } = start();
    await answer();
    const methods: (string | undefined)[] = [];
    feed.store.subscribe(({ analysis }) => methods.push(analysis?.total.method));
    edit({ draft: 'Something else' });
    vi.advanceTimersByTime(59);
    await answer();
    vi.advanceTimersByTime(1000);
    expect(methods).toEqual(['exact']);
  });

  it('STORE-12 asks for what an edit changed, and for nothing else', async () => {
    const { asked, answer, edit } = start();
    await answer();
    edit({ draft: 'Something else' });
    expect(asked.at(-1)).toEqual(['Something else']);
    await answer();
    edit({ draft: document.draft });
    expect(asked).toHaveLength(2);
  });

  it('STORE-12 asks for nothing while an answer is under way, and then for what is still missing', async () => {
    const { asked, answer, edit, state } = start();
    await answer();
    for (const draft of ['a', 'ab', 'abc']) edit({ draft });
    expect(asked.slice(1)).toEqual([['a']]);
    await answer();
    expect(asked.slice(1)).toEqual([['a'], ['abc']]);
    await answer();
    expect(state()).toMatchObject({ isSettled: true, analysis: { document: { draft: 'abc' } } });
  });

  it('STORE-14 follows what the session has cached, until it runs out by itself', async () => {
    const { workbench, state, answer, pass, clock } = start();
    await answer();
    const read = () => state().analysis?.prediction.usage.cacheReadTokens;
    const { prediction, chain } = state().analysis ?? expect.fail('It is analysed.');
    expect(read()).toBe(0);
    workbench.getState().putRun(sampleRun({ prediction, sentAt: clock() }));
    expect(read()).toBe(0);
    workbench.getState().putRun(sampleRun({ prediction, sentAt: clock(), respondedAt: clock() }));
    expect(read()).toBe(chain.totalTokens);
    pass(300_001);
    vi.advanceTimersByTime(300_001);
    expect(read()).toBe(0);
  });

  it('STORE-14 forgets the cache with the session', async () => {
    const { workbench, state, answer, clock } = start();
    await answer();
    const { prediction } = state().analysis ?? expect.fail('It is analysed.');
    workbench.getState().putRun(sampleRun({ prediction, sentAt: clock(), respondedAt: clock() }));
    workbench.getState().newSession();
    expect(state().analysis?.prediction.usage.cacheReadTokens).toBe(0);
  });

  it('STORE-14 does not stir for words that stream in, or for what is only looked at', async () => {
    const { workbench, feed, answer } = start();
    await answer();
    const before = feed.store.getState();
    workbench.getState().putRun(sampleRun());
    const sent = feed.store.getState();
    for (const text of ['Hel', 'Hello']) workbench.getState().putRun(sampleRun({ text }));
    workbench.getState().setTab('flags');
    expect(feed.store.getState()).toBe(sent);
    expect(sent).not.toBe(before);
  });

  it('RUN-1 is settled once it knows the document as it stands then', async () => {
    const { feed, answer, edit } = start();
    const settled = feed.settled();
    edit({ draft: 'Something else' });
    await answer();
    await answer();
    expect((await settled).document.draft).toBe('Something else');
    expect(await feed.settled()).toBe(feed.store.getState().analysis);
    edit({ draft: 'And again' });
    const again = feed.settled();
    await answer();
    expect((await again).document.draft).toBe('And again');
  });

  it('ANALYSIS-10 knows what the chosen backend is, also of a document that is not shown', async () => {
    const { workbench, feed, state, answer, edit } = start();
    const server = { name: 'Here', kind: 'vllm', baseUrl: 'http://127.0.0.1:8000' } as const;
    const theirs = {
      ...document,
      fields: '{"temperature": 1}',
      backend: workbench.getState().declareServer(server, []),
    };
    await answer();
    edit({ fields: theirs.fields });
    expect(state().analysis?.blocking).toMatchObject([{ place: 'temperature' }]);
    edit({ backend: theirs.backend });
    expect(state().analysis?.blocking).toEqual([]);
    expect((await feed.analysed(theirs)).blocking).toEqual([]);
    expect((await feed.analysed({ ...theirs, backend: 'emulator' })).blocking).toHaveLength(1);
  });

  it('stops when it is disposed', async () => {
    const { feed, asked, answer, edit } = start();
    await answer();
    feed.dispose();
    edit({ draft: 'Something else' });
    vi.advanceTimersByTime(1_000_000);
    expect(asked).toHaveLength(1);
  });
});

describe('the analysis feed, as a law', () => {
  const typed = fc.record({ at: fc.nat(200), text: fc.string({ maxLength: 5 }) }).map(({ at, text }) => {
    const id = document.sections[4]?.id ?? '';
    return (each: Document): Document => {
      const old = each.sections.find((section) => section.id === id)?.text ?? '';
      return changeSection(each, id, { text: old.slice(0, at) + text + old.slice(at) });
    };
  });
  const change = fc.oneof(
    { weight: 4, arbitrary: typed },
    { weight: 1, arbitrary: anyEdit(document).map((edited) => () => edited) },
  );
  const step = fc.oneof(
    { weight: 6, arbitrary: change.map((edit) => ({ type: 'change' as const, edit })) },
    { weight: 3, arbitrary: fc.constantFrom({ type: 'answer' as const }, { type: 'wait' as const }) },
    { weight: 1, arbitrary: fc.constantFrom({ type: 'undo' as const }, { type: 'send' as const }) },
  );

  it('STORE-13 what it comes to is what an analysis from scratch gives, whatever happened on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { workbench, feed, answer, clock, pass } = start();
        let publishedAt = clock();
        feed.store.subscribe(() => {
          publishedAt = clock();
        });
        await answer();
        for (const each of steps) {
          pass(700);
          if (each.type === 'change') workbench.getState().edit('Edit', each.edit);
          else if (each.type === 'answer') await answer();
          else if (each.type === 'wait') vi.advanceTimersByTime(100);
          else if (each.type === 'undo') workbench.getState().undo();
          else {
            const { analysis } = feed.store.getState();
            const id = `run-${workbench.getState().runs.length}`;
            const times = { sentAt: clock(), respondedAt: clock() };
            if (analysis) workbench.getState().putRun(sampleRun({ id, ...times, prediction: analysis.prediction }));
          }
        }
        for (let round = 0; round < 4; round += 1) await answer();

        const { history, runs } = workbench.getState();
        const assembly = assemble(history.present, runs.length + 1);
        const cache = sessionCache(messagesPolicy(), runs, history.present.backend);
        const scratch = analyse(assembly, {
          count: quarterCount,
          digest: memoDigest(sha256Hex),
          cache,
          now: publishedAt,
        });
        expect(feed.store.getState().isSettled).toBe(true);
        expect(textsToCount(assembly).length).toBeGreaterThan(0);
        expect(feed.store.getState().analysis).toEqual(scratch);
        feed.dispose();
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
