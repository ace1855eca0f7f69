import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { createWorkbenchStore, currentDocument } from '@/lib/store/workbench-store.ts';
import { sectionActions } from './section-actions.ts';

function start() {
  let ids = 0;
  const newId = () => `new-${++ids}`;
  const store = createWorkbenchStore(PRESETS[0].document, { clock: () => 0, newId: () => 'id', backends: [] });
  const said: string[] = [];
  const focused: string[] = [];
  const actions = sectionActions({
    store,
    presets: PRESETS,
    newId,
    say: (words) => said.push(words),
    focusRow: (key) => focused.push(key),
  });
  return {
    store,
    actions,
    said,
    focused,
    document: () => currentDocument(store.getState()),
    section: (id: string) => currentDocument(store.getState()).sections.find((each) => each.id === id),
    steps: () => store.getState().history.past.map(({ label }) => label),
    shown: () => actions.rows().map(({ title }) => title),
  };
}

describe('what can be done to sections', () => {
  it('is one step of the history each, under a name that says what', () => {
    const { actions, steps } = start();
    actions.setEnabled('intro', false);
    actions.rename('intro', 'Start');
    actions.step('section:system', 1);
    actions.step('boundary', -1);
    actions.setKind('actions', 'volatile', 'It shows the clock.');
    actions.reset('intro');
    expect(steps()).toEqual([
      'Switch Intro off',
      'Rename Intro',
      'Move System',
      'Move cache boundary',
      'Make Actions volatile',
      'Reset Start',
    ]);
  });

  it('moves a row past its neighbour that is drawn, says so, and keeps the focus on it', () => {
    const { actions, said, focused, shown, document } = start();
    actions.step('section:output_efficiency', 1);
    expect(said.at(-1)).toMatch(/^Output efficiency moved across the cache boundary to position 7 of 13, dynamic/);
    expect(focused).toEqual(['section:output_efficiency']);
    expect(shown().indexOf('Output efficiency')).toBe(shown().indexOf('Cache boundary') + 1);
    expect(document().sections[0]?.id).toBe('autonomous_identity');
  });

  it('says when there is no place to move to', () => {
    const { actions, said, steps } = start();
    actions.step('section:intro', -1);
    expect(said).toEqual(['Intro is first already.']);
    expect(steps()).toEqual([]);
  });

  it('makes no step when a row is dropped where it was', () => {
    const { actions, steps } = start();
    expect(actions.move('section:intro', 'section:intro')).toMatch(/^Intro stays/);
    expect(steps()).toEqual([]);
  });

  it('adds a section behind the selected one, and opens it', () => {
    const { actions, store, shown, focused } = start();
    store.getState().select({ type: 'section', id: 'system' });
    actions.add();
    actions.add();
    expect(shown().slice(1, 4)).toEqual(['System', 'New section', 'New section 2']);
    expect(store.getState().selection).toEqual({ type: 'section', id: 'new-2' });
    expect(focused.at(-1)).toBe('section:new-2');
  });

  it('adds at the end when something else than a section is selected', () => {
    const { actions, store, document } = start();
    store.getState().select({ type: 'git-status' });
    actions.add();
    expect(document().sections.at(-1)?.title).toBe('New section');
  });

  it('duplicates and opens the copy', () => {
    const { actions, store, shown } = start();
    actions.duplicate('intro');
    expect(shown().slice(0, 2)).toEqual(['Intro', 'Intro (copy)']);
    expect(store.getState().selection).toEqual({ type: 'section', id: 'new-1' });
  });

  it('deletes, and opens the neighbour if it was open', () => {
    const { actions, store, shown, focused } = start();
    actions.remove('intro');
    expect(store.getState().selection).toEqual({ type: 'section', id: 'doing_tasks' });
    expect(focused).toEqual(['section:system']);
    store.getState().select({ type: 'section', id: 'system' });
    actions.remove('system');
    expect(store.getState().selection).toEqual({ type: 'section', id: 'doing_tasks' });
    expect(shown()[0]).toBe('Doing tasks');
  });

  it('keeps the old title when the new one is blank', () => {
    const { actions, section, steps } = start();
    actions.rename('intro', '  ');
    actions.rename('intro', ' Intro ');
    expect([section('intro')?.title, steps()]).toEqual(['Intro', []]);
  });

  it('moves across the boundary, and says to where', () => {
    const { actions, said, shown } = start();
    actions.cross('intro');
    expect(said).toEqual(['Intro moved across the cache boundary to the dynamic region.']);
    expect(shown().indexOf('Intro')).toBe(shown().indexOf('Cache boundary') + 1);
  });

  it('resets all sections, and undo brings them back', () => {
    const { actions, store, document } = start();
    actions.add();
    actions.setEnabled('intro', false);
    const before = document();
    actions.resetAll();
    expect(document().sections).toBe(PRESETS[0].document.sections);
    store.getState().undo();
    expect(document()).toBe(before);
  });
});
