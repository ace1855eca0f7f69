'use client';

import { InlineForm } from '@/components/compose/rows/inline-form.tsx';
import { focusRow } from '@/components/compose/rows/row-focus.ts';
import { useDocument } from '@/components/workbench/workbench-context.tsx';
import { readMemoryPath } from '@/lib/document/memory-path.ts';
import { fileName } from '@/lib/store/analysis/folder-tree.ts';
import type { MemoryActions } from './memory-actions.ts';

type MoveFileFormProps = { path: string; actions: MemoryActions; onClose: () => void };

/** Renames or moves a file by its path. */
export function MoveFileForm({ path, actions, onClose }: MoveFileFormProps) {
  const document = useDocument((each) => each);
  return (
    <InlineForm
      className="px-3 pt-1 pb-3"
      label={`New path of ${fileName(path)}`}
      initial={path}
      action="Move"
      read={(typed) => readMemoryPath(typed, document, path)}
      onSubmit={(to) => {
        onClose();
        actions.move(path, to);
      }}
      onCancel={() => {
        onClose();
        focusRow(`memory-file:${path}`);
      }}
    />
  );
}
