'use client';

import { InlineForm } from '@/components/compose/rows/inline-form.tsx';
import { useDocument } from '@/components/workbench/workbench-context.tsx';
import { readMemoryPath, suggestMemoryPaths } from '@/lib/document/memory-path.ts';
import { memoryForecast } from '@/lib/store/analysis/memory-outlook.ts';
import { describeForecast } from './describe-memory.ts';
import type { MemoryActions } from './memory-actions.ts';

type AddFileFormProps = {
  actions: MemoryActions;
  /** What the path begins with. */
  start: string;
  onClose: () => void;
};

/** Adds a file at a path, and says before that whether it would be loaded there. */
export function AddFileForm({ actions, start, onClose }: AddFileFormProps) {
  const document = useDocument((each) => each);
  return (
    <InlineForm
      className="px-3 pt-1 pb-3"
      label="Path of the new file"
      initial={start}
      action="Add"
      read={(typed) => readMemoryPath(typed, document)}
      hint={(path) => describeForecast(path, memoryForecast(path, document))}
      suggestions={start === '' ? suggestMemoryPaths(document) : []}
      onSubmit={(path) => {
        onClose();
        actions.add(path);
      }}
      onCancel={onClose}
    />
  );
}
