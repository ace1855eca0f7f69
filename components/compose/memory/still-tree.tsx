'use client';

import { memo } from 'react';
import { RowHandle } from '@/components/compose/rows/row-handle.tsx';
import { MemoryFileRow, type MemoryFileRowProps } from './memory-file-row.tsx';
import { MemoryFolderRow } from './memory-folder-row.tsx';
import { MemoryTree, type MemoryTreeProps } from './memory-tree.tsx';

const StillFile = memo(function StillFile(props: MemoryFileRowProps) {
  return <MemoryFileRow {...props} handle={<RowHandle isDense label={`Carry ${props.entry.path}`} />} />;
});

/** The tree before the code that carries files has come. */
export function StillTree(props: MemoryTreeProps) {
  return <MemoryTree {...props} FileRow={StillFile} FolderRow={MemoryFolderRow} />;
}
