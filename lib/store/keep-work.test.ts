import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { keepWork } from './keep-work.ts';
import { sampleRun } from './run-sample.ts';
import type { SessionLog, WorkStorage } from './saved-work.ts';
import { sampleWorkbench } from './workbench-sample.ts';

const turn = async () => {
  for (let tick = 0; tick < 10; tick += 1) await Promise.resolve();
};

/** A storage whose writes end when they are told to: `undefined` well, a message badly. */
function slowStorage() {
  const documents: Document[] = [];
  const logs: SessionLog[] = [];
  const left: string[] = [];
  const open: ((fault?: string) => void)[] = [];
  const write = () =>
    new Promise<void>((resolve, reject) =>
      open.push((fault) => (fault === undefined ? resolve() : reject(new Error(fault)))),
    );
  const storage: WorkStorage = {
    load: async () => ({ document: undefined, log: undefined }),
    saveDocument: (document) => {
      documents.push(document);
      return write();
    },
    saveLog: (log) => {
      logs.push(log);
      return write();
    },
    leaveDocument: ({ draft }) => void left.push(draft),
  };
  const end = async (fault?: string) => {
    await turn();
    open.shift()?.(fault);
    await turn();
  };
  return { storage, end, drafts: () => documents.map(({ draft }) => draft), logs, left };
}

const atOnce = async () => undefined;

function start(pause: () => Promise<void> = atOnce, isUnwritten = false) {
  const sample = sampleWorkbench();
  const disk = slowStorage();
  const leaving = new Set<() => void>();
  const onLeaving = (act: () => void) => {
    leaving.add(act);
    return () => leaving.delete(act);
  };
  const leave = () => {
    for (const act of leaving) act();
  };
  return {
    ...sample,
    ...disk,
    leave,
    stop: keepWork(sample.workbench, disk.storage, { pause, onLeaving }, isUnwritten),
  };
}

describe('keeping work', () => {
  it('STORE-5 saves a change after a pause, and nothing where nothing changed', async () => {
    let end: () => void = () => undefined;
    const { edit, workbench, drafts } = start(() => new Promise((resolve) => (end = resolve)));
    edit({ draft: 'a' });
    workbench.getState().setTab('flags');
    workbench.getState().edit('Nothing', (document) => document);
    await turn();
    expect(drafts()).toEqual([]);
    end();
    await turn();
    expect(drafts()).toEqual(['a']);
  });

  it('STORE-5 writes again only when the pause is over, then the newest state', async () => {
    const pauses: (() => void)[] = [];
    const { edit, drafts, end } = start(() => new Promise((resolve) => pauses.push(resolve)));
    edit({ draft: 'a' });
    pauses.shift()?.();
    await end();
    for (const draft of ['b', 'c']) edit({ draft });
    await turn();
    expect(drafts()).toEqual(['a']);
    pauses.shift()?.();
    await turn();
    expect(drafts()).toEqual(['a', 'c']);
  });

  it('STORE-5 writes one at a time, and after a write only the newest state', async () => {
    const { edit, drafts, end } = start();
    edit({ draft: 'a' });
    await turn();
    for (const draft of ['b', 'c']) edit({ draft });
    await turn();
    expect(drafts()).toEqual(['a']);
    await end();
    expect(drafts()).toEqual(['a', 'c']);
    await end();
    expect(drafts()).toEqual(['a', 'c']);
    edit({ draft: 'd' });
    await turn();
    expect(drafts()).toEqual(['a', 'c', 'd']);
  });

  it('STORE-5 saves what undo brings back', async () => {
    const { edit, workbench, drafts, end } = start();
    edit({ draft: 'a' });
    await end();
    workbench.getState().undo();
    await turn();
    expect(drafts()).toEqual(['a', workbench.getState().history.present.draft]);
  });

  it('STORE-5 saves the log when a request ends or the session changes, not at every word', async () => {
    const { workbench, logs, end } = start();
    const { putRun, newSession } = workbench.getState();
    putRun(sampleRun());
    putRun(sampleRun({ status: 'streaming', text: 'Hel' }));
    expect(logs).toEqual([]);
    putRun(sampleRun({ status: 'done', text: 'Hello', endedAt: 1 }));
    await turn();
    expect(logs).toMatchObject([{ runs: [{ text: 'Hello' }] }]);
    await end();
    newSession();
    await turn();
    expect(logs.at(-1)).toMatchObject({ session: workbench.getState().session, runs: [] });
  });

  it('STORE-5 saves the log at once: it does not wait as the document does', async () => {
    const { workbench, edit, logs, drafts } = start(() => new Promise(() => undefined));
    edit({ draft: 'a' });
    workbench.getState().putRun(sampleRun({ status: 'done', text: 'Hello', endedAt: 1 }));
    await turn();
    expect(logs).toMatchObject([{ runs: [{ text: 'Hello' }] }]);
    expect(drafts()).toEqual([]);
  });

  it('STORE-5 saves a new session though nothing was sent in it', async () => {
    const { workbench, logs } = start();
    workbench.getState().newSession();
    await turn();
    expect(logs).toMatchObject([{ session: workbench.getState().session, runs: [] }]);
  });

  it('STORE-8 saves when a check or a demonstration goes to a backend', async () => {
    const { workbench, logs, clock } = start();
    workbench.getState().displace('llama.cpp');
    await turn();
    expect(logs).toMatchObject([{ displaced: { 'llama.cpp': clock() } }]);
  });

  it('STORE-6 announces a storage that refuses once, and tries again at the next change', async () => {
    const { edit, workbench, drafts, end } = start();
    edit({ draft: 'a' });
    await end('it is full');
    expect(workbench.getState().announcements).toMatchObject([{ message: expect.stringContaining('it is full') }]);
    edit({ draft: 'b' });
    await end('it is still full');
    expect(workbench.getState().announcements).toHaveLength(1);
    edit({ draft: 'c' });
    await turn();
    expect(drafts()).toEqual(['a', 'b', 'c']);
  });

  it('STORE-6 writes what changed during a write that failed', async () => {
    const { edit, drafts, end } = start();
    edit({ draft: 'a' });
    await turn();
    edit({ draft: 'b' });
    await end('it is full');
    await turn();
    expect(drafts()).toEqual(['a', 'b']);
  });

  it('STORE-18 leaves at once what is not yet written when the page goes, and nothing else', async () => {
    const { edit, left, leave, end, stop } = start();
    leave();
    edit({ draft: 'a' });
    leave();
    await turn();
    leave();
    await end();
    leave();
    expect(left).toEqual(['a', 'a']);
    edit({ draft: 'b' });
    await end('it is full');
    leave();
    expect(left).toEqual(['a', 'a', 'b']);
    stop();
    leave();
    expect(left).toHaveLength(3);
  });

  it('STORE-18 writes first what the page before left, and leaves it again when it cannot', async () => {
    const { workbench, drafts, left, leave, end } = start(atOnce, true);
    const { draft } = workbench.getState().history.present;
    await turn();
    expect(drafts()).toEqual([draft]);
    leave();
    await end('it is full');
    leave();
    expect(left).toEqual([draft, draft]);
    expect(workbench.getState().announcements).toHaveLength(1);
  });

  it('STORE-5 ends when it is stopped', async () => {
    const { edit, drafts, stop } = start();
    stop();
    edit({ draft: 'a' });
    await turn();
    expect(drafts()).toEqual([]);
  });
});
