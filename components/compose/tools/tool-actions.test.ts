import { beforeEach, expect, it } from 'vitest';
import type { RowScreen } from '@/components/compose/rows/row-screen.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import type { Tool } from '@/lib/prompt/tool.ts';
import { createWorkbenchStore, currentDocument } from '@/lib/store/workbench-store.ts';
import { toolActions } from './tool-actions.ts';

const { document } = PRESETS[0];
const [read, edit] = document.tools as unknown as [Tool, Tool];

let log: string[] = [];
const screen: RowScreen = {
  say: (words) => log.push(words),
  focusRow: (key) => log.push(`focus ${key}`),
  rowBeside: () => 'tool:edit',
};
function start() {
  const store = createWorkbenchStore(document, { clock: () => 0, newId: () => 'x', backends: [] });
  const names = () => currentDocument(store.getState()).tools.map(({ name }) => name);
  return { store, names, actions: toolActions(store, screen) };
}
beforeEach(() => {
  log = [];
});

it('a tool moves by one place, and it is said where it stands', () => {
  const { store, names, actions } = start();
  actions.step(edit, -1);
  expect(names().slice(0, 2)).toEqual(['Edit', 'Read']);
  actions.step(edit, -1);
  expect(log).toEqual(['Edit: position 1 of 15, the first.', 'Edit: position 1 of 15, the first.']);
  expect(store.getState().history.past).toHaveLength(1);
});

it('a new tool and a copy are opened, and have the focus', () => {
  const { store, names, actions } = start();
  actions.add('Deploy', undefined);
  expect(names()[15]).toBe('Deploy');
  expect(store.getState().selection).toEqual({ type: 'tool', id: 'deploy' });
  actions.duplicate(read);
  expect(names()[1]).toBe('Read-2');
  expect(store.getState().selection).toEqual({ type: 'tool', id: 'read-2' });
  expect(log).toEqual(['focus tool:deploy', 'Deploy added.', 'focus tool:read-2', 'Read duplicated.']);
});

it('the tool beside a deleted one is opened if that was open', () => {
  const { store, names, actions } = start();
  store.getState().select({ type: 'tool', id: 'read' });
  actions.remove(read);
  expect(names()).not.toContain('Read');
  expect(store.getState().selection).toEqual({ type: 'tool', id: 'edit' });
  store.getState().undo();
  expect(names()[0]).toBe('Read');
});

it('a server comes connected, and goes with its tools in one step', () => {
  const { store, names, actions } = start();
  actions.addServer('GitHub');
  expect(store.getState().selection).toEqual({ type: 'server', id: 'github' });
  actions.removeServer('tracker', 'tracker');
  expect(names()).toHaveLength(15);
  actions.sort(undefined, 'Built-in');
  expect(names()[0]).toBe('Agent');
  actions.connect('github', 'GitHub', false);
  expect(currentDocument(store.getState()).mcpServers).toEqual([
    { id: 'github', name: 'GitHub', connected: false, instructions: '' },
  ]);
  expect(store.getState().history.past).toHaveLength(4);
});
