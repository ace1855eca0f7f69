'use client';

import type { ComponentType } from 'react';
import type { Folder } from '@/lib/store/analysis/folder-tree.ts';
import type { MemoryEntry } from '@/lib/store/analysis/memory-outlook.ts';
import type { MemoryActions } from './memory-actions.ts';
import type { MemoryFileRowProps } from './memory-file-row.tsx';
import type { MemoryFolderRowProps } from './memory-folder-row.tsx';

export type MemoryTreeProps = {
  folders: readonly Folder<MemoryEntry>[];
  /** The directories that are folded up. */
  closed: ReadonlySet<string>;
  onToggle: (path: string) => void;
  actions: MemoryActions;
  /** Begins a new file in a directory. */
  onAddIn: (path: string) => void;
};

type DrawnTreeProps = MemoryTreeProps & {
  FileRow: ComponentType<MemoryFileRowProps>;
  FolderRow: ComponentType<MemoryFolderRowProps>;
};

/** Directories and files as nested lists. Arrow keys go from row to row; left folds a directory up, right unfolds it. */
export function MemoryTree(props: DrawnTreeProps) {
  return (
    <ul aria-label="Memory files">
      {props.folders.map((folder) => (
        <FolderItem key={folder.path} {...props} folder={folder} depth={0} />
      ))}
    </ul>
  );
}

function FolderItem({ folder, depth, ...tree }: DrawnTreeProps & { folder: Folder<MemoryEntry>; depth: number }) {
  const { closed, onToggle, onAddIn, actions, FileRow, FolderRow } = tree;
  const isOpen = !closed.has(folder.path);
  return (
    <li>
      <FolderRow
        path={folder.path}
        name={folder.name}
        depth={depth}
        isOpen={isOpen}
        onToggle={() => onToggle(folder.path)}
        onAdd={() => onAddIn(folder.path)}
        actions={actions}
      />
      {isOpen && (
        <ul>
          {folder.folders.map((below) => (
            <FolderItem key={below.path} {...tree} folder={below} depth={depth + 1} />
          ))}
          {folder.files.map((entry) => (
            <FileRow key={entry.path} entry={entry} depth={depth + 1} actions={actions} />
          ))}
        </ul>
      )}
    </li>
  );
}
