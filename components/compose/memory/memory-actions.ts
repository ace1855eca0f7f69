import type { RowScreen } from '@/components/compose/rows/row-screen.ts';
import { moveMemoryFile } from '@/lib/document/edit-lists.ts';
import { addMemoryFile, approveInclude, copyMemoryFile, removeMemoryFile } from '@/lib/document/edit-memory-files.ts';
import { copyPath } from '@/lib/document/memory-path.ts';
import { currentDocument, type WorkbenchStore } from '@/lib/store/workbench-store.ts';

/** What can be done to memory files, each one step of the history; paths must have been read (memory-path.ts). */
export interface MemoryActions {
  readonly add: (path: string) => void;
  readonly move: (from: string, to: string) => void;
  readonly duplicate: (path: string) => void;
  readonly remove: (path: string) => void;
  readonly approve: (path: string) => void;
}

export function memoryActions(store: WorkbenchStore, { say, focusRow, rowBeside }: RowScreen): MemoryActions {
  const { edit, select } = store.getState();
  const open = (path: string) => {
    select({ type: 'memory-file', path });
    focusRow(`memory-file:${path}`);
  };
  const isOpen = (path: string) => {
    const { selection } = store.getState();
    return selection.type === 'memory-file' && selection.path === path;
  };
  return {
    add: (path) => {
      edit(`Add ${path}`, (document) => addMemoryFile(document, path));
      open(path);
      say(`${path} added.`);
    },
    move: (from, to) => {
      const wasOpen = isOpen(from);
      if (from !== to) {
        edit(`Move ${from}`, (document) => moveMemoryFile(document, from, to));
        say(`${from} is now ${to}.`);
      }
      if (wasOpen) open(to);
      else focusRow(`memory-file:${to}`);
    },
    duplicate: (path) => {
      const copy = copyPath(path, currentDocument(store.getState()));
      edit(`Duplicate ${path}`, (document) => copyMemoryFile(document, path));
      open(copy);
      say(`${path} copied to ${copy}.`);
    },
    remove: (path) => {
      const beside = rowBeside(`memory-file:${path}`);
      const wasOpen = isOpen(path);
      edit(`Delete ${path}`, (document) => removeMemoryFile(document, path));
      if (wasOpen && beside?.startsWith('memory-file:')) open(beside.slice('memory-file:'.length));
      else if (beside) focusRow(beside);
      say(`${path} deleted. Undo brings it back.`);
    },
    approve: (path) => {
      edit(`Approve ${path}`, (document) => approveInclude(document, path));
      say(`${path} may be included.`);
    },
  };
}
