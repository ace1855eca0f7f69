import { beforeEach, expect, it } from 'vitest';
import type { RowScreen } from '@/components/compose/rows/row-screen.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { createWorkbenchStore, currentDocument } from '@/lib/store/workbench-store.ts';
import { memoryActions } from './memory-actions.ts';

const { document } = PRESETS[0];
const [user = { path: '' }, project = { path: '' }] = document.memoryFiles;

let log: string[] = [];
const screen: RowScreen = {
  say: (words) => log.push(words),
  focusRow: (key) => log.push(`focus ${key}`),
  rowBeside: () => `memory-file:${project.path}`,
};
function start() {
  const store = createWorkbenchStore(document, { clock: () => 0, newId: () => 'x', backends: [] });
  const paths = () => currentDocument(store.getState()).memoryFiles.map(({ path }) => path);
  return { store, paths, actions: memoryActions(store, screen) };
}
beforeEach(() => {
  log = [];
});

it('a new file is opened and has the focus', () => {
  const { store, paths, actions } = start();
  actions.add('/x.md');
  expect(paths()).toContain('/x.md');
  expect(store.getState().selection).toEqual({ type: 'memory-file', path: '/x.md' });
  expect(log).toEqual(['focus memory-file:/x.md', '/x.md added.']);
});

it('a file that is open stays open under its new path; moving it nowhere is no step', () => {
  const { store, paths, actions } = start();
  store.getState().select({ type: 'memory-file', path: user.path });
  actions.move(user.path, '/y.md');
  expect(paths()[0]).toBe('/y.md');
  expect(store.getState().selection).toEqual({ type: 'memory-file', path: '/y.md' });
  actions.move('/y.md', '/y.md');
  expect(store.getState().history.past).toHaveLength(1);
  store.getState().undo();
  expect(paths()).toEqual(document.memoryFiles.map(({ path }) => path));
});

it('what is beside a deleted file is opened if that was open, and has the focus', () => {
  const { store, paths, actions } = start();
  actions.remove(user.path);
  expect(paths()).not.toContain(user.path);
  expect(store.getState().selection.type).toBe('section');
  expect(log).toEqual([`focus memory-file:${project.path}`, `${user.path} deleted. Undo brings it back.`]);
  store.getState().undo();
  store.getState().select({ type: 'memory-file', path: user.path });
  actions.remove(user.path);
  expect(store.getState().selection).toEqual({ type: 'memory-file', path: project.path });
});

it('a copy lies beside its original, and an include from outside can be approved', () => {
  const { store, paths, actions } = start();
  actions.duplicate(project.path);
  expect(paths()[2]).toBe(project.path.replace('.md', '-2.md'));
  actions.approve('/x.md');
  expect(currentDocument(store.getState()).memorySources.approvedExternalIncludes).toEqual(['/x.md']);
});
