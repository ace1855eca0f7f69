'use client';

import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { stepFocus } from '@/components/compose/rows/row-focus.ts';
import { Icon } from '@/components/ui/icon.tsx';
import type { Folder } from '@/lib/store/analysis/folder-tree.ts';

type FolderListProps<File> = {
  label?: string;
  folders: readonly Folder<File>[];
  depth?: number;
  renderFile: (file: File, depth: number) => ReactNode;
  files?: readonly File[];
};

/** Folders and files as nested lists. Arrow keys go from row to row; left closes a folder, right opens it. */
export function FolderList<File>({ label, folders, files = [], depth = 0, renderFile }: FolderListProps<File>) {
  return (
    <ul aria-label={label}>
      {folders.map((folder) => (
        <FolderItem key={folder.path} folder={folder} depth={depth} renderFile={renderFile} />
      ))}
      {files.map((file) => renderFile(file, depth))}
    </ul>
  );
}

type FolderItemProps<File> = Required<Pick<FolderListProps<File>, 'depth' | 'renderFile'>> & { folder: Folder<File> };

function FolderItem<File>({ folder, depth, renderFile }: FolderItemProps<File>) {
  const [isOpen, setOpen] = useState(true);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key === 'ArrowLeft') setOpen(false);
    else if (event.key === 'ArrowRight') setOpen(true);
    else stepFocus(event);
  };
  return (
    <li>
      <button
        type="button"
        data-row={`folder:${folder.path}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={onKeyDown}
        style={{ paddingLeft: 10 + depth * 10 }}
        className="focus-inset flex h-7 w-full items-center gap-1.5 pr-3 text-left text-sm text-ink-2 hover:bg-sunken"
      >
        <Icon name="chevron" className={`size-3.5 text-ink-3 transition-transform ${isOpen ? '' : '-rotate-90'}`} />
        <span className="min-w-0 truncate">{folder.name}</span>
      </button>
      {isOpen && <FolderList folders={folder.folders} files={folder.files} depth={depth + 1} renderFile={renderFile} />}
    </li>
  );
}
