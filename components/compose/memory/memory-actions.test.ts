import { beforeEach, expect, it, vi } from 'vitest';
import type { RowScreen } from '@/components/compose/rows/row-screen.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { parentOf } from '@/lib/memory/path.ts';
import { memoryOutlook } from '@/lib/store/analysis/memory-outlook.ts';
import { createWorkbenchStore, currentDocument } from '@/lib/store/workbench-store.ts';
import { describeDrop, describeFolderDrop } from './carry-paths.ts';
import { folderMenuItems, folderRole } from './folder-menu-items.ts';
import { memoryActions } from './memory-actions.ts';
import { keepEntries } from './use-stable-entries.ts';

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

it('MEM-30: a file is carried into another directory, and stays where something of its name lies', () => {
  const { store, paths, actions } = start();
  store.getState().select({ type: 'memory-file', path: project.path });
  expect(actions.carry(project.path, '/srv')).toBe(`${project.path} is now /srv/CLAUDE.md.`);
  expect(paths()).toContain('/srv/CLAUDE.md');
  expect(store.getState().selection).toEqual({ type: 'memory-file', path: '/srv/CLAUDE.md' });
  expect(log).toEqual(['focus memory-file:/srv/CLAUDE.md']);
  expect(actions.carry(user.path, '/srv')).toBe('There is a file at /srv/CLAUDE.md already.');
  expect(actions.carry(user.path, parentOf(user.path))).toBe(`${user.path} stays where it is.`);
  expect(store.getState().history.past).toHaveLength(1);
});

it('MEM-30: while it is carried, what would become of it is said', () => {
  const { environment } = document;
  const rule = `${environment.workingDirectory}/.claude/rules`;
  expect(describeDrop(document, project.path, rule)).toMatch(/\/rules\/CLAUDE\.md: will be loaded as number \d\. /);
  expect(describeDrop(document, project.path, '/srv')).toMatch(
    /^\/srv\/CLAUDE\.md: will not be loaded\. \/srv is neither /,
  );
  expect(describeDrop(document, user.path, environment.workingDirectory)).toMatch(/^There is a file at /);
});

it('MEM-30: a directory is carried into another one in one step, and never into itself', () => {
  const { store, paths, actions } = start();
  const { workingDirectory, home } = document.environment;
  const docs = `${workingDirectory}/docs`;
  const within = paths().filter((path) => path.startsWith(`${docs}/`));
  expect(within).not.toEqual([]);
  expect(describeFolderDrop(document, docs, home)).toBe(
    `${home}/docs: 0 of ${within.length} ${within.length === 1 ? 'file' : 'files'} will be loaded.`,
  );
  expect(actions.carryFolder(docs, home)).toBe(`${docs} is now ${home}/docs.`);
  expect(paths()).toContain(within[0]?.replace(docs, `${home}/docs`));
  expect(log).toEqual([`focus folder:${home}/docs`]);
  expect(store.getState().history.past).toHaveLength(1);
  expect(actions.carryFolder(`${home}/docs`, home)).toBe(`${home}/docs stays where it is.`);
  expect(actions.carryFolder(`${home}/docs`, `${home}/docs`)).toBe(`${home}/docs stays where it is.`);
  expect(actions.carryFolder(home, `${home}/docs`)).toMatch(/a directory cannot lie in itself/);
  expect(store.getState().history.past).toHaveLength(1);
});

it('MEM-31: a directory is moved or deleted in one step, and what is open stays open', () => {
  const { store, paths, actions } = start();
  const { workingDirectory } = document.environment;
  store.getState().select({ type: 'memory-file', path: project.path });
  actions.moveFolder(workingDirectory, '/srv/app');
  expect(paths().some((path) => path.startsWith(workingDirectory))).toBe(false);
  expect(store.getState().selection).toEqual({ type: 'memory-file', path: '/srv/app/CLAUDE.md' });
  actions.removeFolder('/srv/app');
  expect(paths().some((path) => path.startsWith('/srv'))).toBe(false);
  expect(store.getState().history.past).toHaveLength(2);
  store.getState().undo();
  store.getState().undo();
  expect(paths()).toEqual(document.memoryFiles.map(({ path }) => path));
});

it('MEM-32: a directory becomes the working directory or home, or is added and taken back', () => {
  const { store, actions } = start();
  const environment = () => currentDocument(store.getState()).environment;
  const roles = () => ['/srv', '/home/dev'].map((path) => folderRole(path, environment()));
  actions.place('home', '/home/dev');
  actions.addDirectory('/srv');
  expect(roles()).toEqual(['added', 'home']);
  const items = () => folderMenuItems('/srv', environment(), actions, { add: vi.fn(), move: vi.fn() });
  items()
    .find(({ id }) => id === 'drop')
    ?.onSelect();
  expect(environment().additionalDirectories).toEqual(document.environment.additionalDirectories);
  actions.place('workingDirectory', '/srv');
  expect(roles()).toEqual(['working directory', 'home']);
  expect(items().flatMap(({ id, disabled }) => (disabled ? [id] : []))).toEqual(['working', 'added']);
});

it('MEM-6: rows of files whose reason, place and warnings are as they were stay the same objects', () => {
  const before = memoryOutlook(document).entries;
  expect(keepEntries(before, memoryOutlook(document).entries)).toBe(before);
  const [first, ...rest] = document.memoryFiles;
  const off = { ...document.memorySources, userSettings: false };
  const after = keepEntries(before, memoryOutlook({ ...document, memorySources: off }).entries);
  expect(after.find(({ path }) => path === first?.path)).toMatchObject({ order: undefined });
  const less = keepEntries(before, memoryOutlook({ ...document, memoryFiles: rest }).entries);
  expect(less).toHaveLength(rest.length);
  expect(less.some((entry) => before.includes(entry))).toBe(false);
  const last = document.memoryFiles.slice(0, -1);
  expect(keepEntries(before, memoryOutlook({ ...document, memoryFiles: last }).entries)[0]).toBe(before[0]);
});
