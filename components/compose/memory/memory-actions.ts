import type { RowScreen } from '@/components/compose/rows/row-screen.ts';
import type { Document } from '@/lib/document/document.ts';
import { addMemoryFile, approveInclude, copyMemoryFile, removeMemoryFile } from '@/lib/document/edit-memory-files.ts';
import { folderMoves, moveMemoryFile, moveMemoryFolder, removeMemoryFolder } from '@/lib/document/edit-memory-paths.ts';
import { changeSettings } from '@/lib/document/edit-settings.ts';
import { copyPath } from '@/lib/document/memory-path.ts';
import { resolvePath } from '@/lib/memory/path.ts';
import { currentDocument, type WorkbenchStore } from '@/lib/store/workbench-store.ts';
import { dropFolderPath, dropPath } from './carry-paths.ts';

/** What can be done to memory files, each one step of the history; paths must have been read (memory-path.ts). */
export interface MemoryActions {
  readonly add: (path: string) => void;
  readonly move: (from: string, to: string) => void;
  readonly duplicate: (path: string) => void;
  readonly remove: (path: string) => void;
  readonly approve: (path: string) => void;
  /** Moves a file into a directory, and says what has become of it. */
  readonly carry: (path: string, folder: string) => string;
  readonly moveFolder: (from: string, to: string) => void;
  /** Moves a directory into another one, and says what has become of it. */
  readonly carryFolder: (path: string, folder: string) => string;
  readonly removeFolder: (path: string) => void;
  /** Makes a directory the working directory, or home. */
  readonly place: (field: 'workingDirectory' | 'home', path: string) => void;
  readonly addDirectory: (path: string) => void;
  readonly dropDirectory: (path: string) => void;
}

/** The row from which a file is added. */
export const ADD_ROW = 'add-file';

const PLACES = { workingDirectory: 'the working directory', home: 'home' } as const;

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
  const moveFolder = (from: string, to: string) => {
    const { selection } = store.getState();
    const moves = folderMoves(currentDocument(store.getState()), from, to);
    edit(`Move ${from}`, (document) => moveMemoryFolder(document, from, to));
    const opened = selection.type === 'memory-file' ? moves.get(selection.path) : undefined;
    if (opened !== undefined) select({ type: 'memory-file', path: opened });
    focusRow(`folder:${to}`);
    return `${from} is now ${to}.`;
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
    carry: (path, folder) => {
      const to = dropPath(currentDocument(store.getState()), path, folder);
      if (!to.ok) return to.failure;
      const wasOpen = isOpen(path);
      edit(`Move ${path}`, (document) => moveMemoryFile(document, path, to.value));
      if (wasOpen) select({ type: 'memory-file', path: to.value });
      focusRow(`memory-file:${to.value}`);
      return `${path} is now ${to.value}.`;
    },
    moveFolder: (from, to) => {
      if (from !== to) say(moveFolder(from, to));
      else focusRow(`folder:${to}`);
    },
    carryFolder: (path, folder) => {
      const to = dropFolderPath(currentDocument(store.getState()), path, folder);
      return to.ok ? moveFolder(path, to.value) : to.failure;
    },
    removeFolder: (path) => {
      edit(`Delete ${path}`, (document) => removeMemoryFolder(document, path));
      focusRow(ADD_ROW);
      say(`${path} and its files deleted. Undo brings them back.`);
    },
    place: (field, path) => {
      edit(`Make ${path} ${PLACES[field]}`, (document) => changeSettings(document, 'environment', { [field]: path }));
      say(`${path} is ${PLACES[field]}.`);
    },
    addDirectory: (path) => {
      edit(`Add directory ${path}`, (document) => changeAdded(document, (added) => [...added, path]));
      say(`${path} is an added directory.`);
    },
    dropDirectory: (path) => {
      edit(`Take directory ${path} back`, (document) =>
        changeAdded(document, (added, at) => added.filter((each) => at(each) !== path)),
      );
      say(`${path} is no longer an added directory.`);
    },
  };
}

/** The added directories changed; `at` is where one of them lies, for it may be written otherwise. */
function changeAdded(
  document: Document,
  change: (added: readonly string[], at: (written: string) => string) => readonly string[],
): Document {
  const { additionalDirectories, workingDirectory, home } = document.environment;
  const at = (written: string) => resolvePath(workingDirectory, written, home);
  return changeSettings(document, 'environment', { additionalDirectories: [...change(additionalDirectories, at)] });
}
