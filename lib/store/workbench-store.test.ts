import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { sampleRun } from './run-sample.ts';
import { sampleWorkbench } from './workbench-sample.ts';
import { currentDocument } from './workbench-store.ts';

const [, { document: AUTONOMOUS }] = PRESETS as readonly [unknown, (typeof PRESETS)[number]];

describe('the workbench', () => {
  it('STORE-1 undoes and redoes what edits a document', () => {
    const { workbench, edit } = sampleWorkbench();
    const first = currentDocument(workbench.getState());
    edit({ draft: 'a' });
    workbench.getState().undo();
    expect(currentDocument(workbench.getState())).toBe(first);
    workbench.getState().redo();
    expect(currentDocument(workbench.getState()).draft).toBe('a');
  });

  it('STORE-10 opens another document as one step, which undo takes back', () => {
    const { workbench, edit } = sampleWorkbench();
    edit({ draft: 'mine' });
    workbench.getState().open(AUTONOMOUS, 'Open shared link');
    expect(currentDocument(workbench.getState())).toBe(AUTONOMOUS);
    expect(workbench.getState().history.past.at(-1)?.label).toBe('Open shared link');
    workbench.getState().undo();
    expect(currentDocument(workbench.getState()).draft).toBe('mine');
  });

  it('STORE-9 restores a document with an empty history, and the session with its requests', () => {
    const { workbench, edit } = sampleWorkbench();
    edit({ draft: 'a' });
    workbench.getState().restore(AUTONOMOUS, { session: 'earlier', runs: [sampleRun()] });
    const { history, session, runs } = workbench.getState();
    expect(history).toEqual({ past: [], present: AUTONOMOUS, future: [] });
    expect([session, runs.length]).toEqual(['earlier', 1]);
  });

  it('STORE-9 leaves alone what was not saved', () => {
    const { workbench, edit } = sampleWorkbench();
    edit({ draft: 'a' });
    const { history, session } = workbench.getState();
    workbench.getState().restore(undefined, undefined);
    expect(workbench.getState()).toMatchObject({ history, session, runs: [] });
  });

  it('RUN-7 starts a session of its own with no requests', () => {
    const { workbench } = sampleWorkbench();
    const { session, putRun, newSession } = workbench.getState();
    putRun(sampleRun());
    newSession();
    expect(workbench.getState().runs).toEqual([]);
    expect(workbench.getState().session).not.toBe(session);
  });

  it('RUN-3 keeps a run in its place while it changes', () => {
    const { workbench } = sampleWorkbench();
    const { putRun } = workbench.getState();
    for (const id of ['a', 'b']) putRun(sampleRun({ id }));
    putRun(sampleRun({ id: 'a', text: 'Hello' }));
    expect(workbench.getState().runs.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'Hello'],
      ['b', ''],
    ]);
  });

  it('UI-7 announces until it is dismissed', () => {
    const { workbench } = sampleWorkbench();
    workbench.getState().announce({ message: 'One', fix: 'Do this.' });
    workbench.getState().announce({ message: 'Two' }, 'info');
    const [one, two] = workbench.getState().announcements;
    expect([one, two]).toMatchObject([{ tone: 'error', fix: 'Do this.' }, { tone: 'info' }]);
    workbench.getState().dismiss(one?.id ?? '');
    expect(workbench.getState().announcements).toEqual([two]);
  });

  it('UI-4 shows the longest static section first, of a document without one the first, of none the git status', () => {
    expect(sampleWorkbench().workbench.getState().selection).toEqual({ type: 'section', id: 'doing_tasks' });
    const { document } = PRESETS[0];
    const select = (change: object) => sampleWorkbench({ ...document, ...change }).workbench.getState().selection;
    expect(select({ boundary: 0 })).toEqual({ type: 'section', id: document.sections[0]?.id });
    expect(select({ sections: [] })).toEqual({ type: 'git-status' });
  });
});
