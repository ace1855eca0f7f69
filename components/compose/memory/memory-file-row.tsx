'use client';

import { type ReactNode, type Ref, useState } from 'react';
import { ItemRow } from '@/components/compose/rows/item-row.tsx';
import { PendingLine } from '@/components/compose/rows/pending-line.tsx';
import { RowLine } from '@/components/compose/rows/row-line.tsx';
import { RowTokens } from '@/components/compose/rows/row-tokens.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import { useAnalysis, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { fileName } from '@/lib/store/analysis/folder-tree.ts';
import type { MemoryEntry } from '@/lib/store/analysis/memory-outlook.ts';
import { selectionId } from '@/lib/store/selection.ts';
import { describeEntry, warningText } from './describe-memory.ts';
import type { MemoryActions } from './memory-actions.ts';
import { MoveFileForm } from './move-file-form.tsx';

export type MemoryFileRowProps = { entry: MemoryEntry; depth: number; actions: MemoryActions };

type DrawnFileRowProps = MemoryFileRowProps & {
  handle: ReactNode;
  rowRef?: Ref<HTMLDivElement>;
  isCarried?: boolean;
};

/** A memory file: its place in the load order, kind and tokens, and on choosing it why it is loaded, or not. */
export function MemoryFileRow({ entry, depth, actions, handle, rowRef, isCarried }: DrawnFileRowProps) {
  const { path, key, kind, order, warnings } = entry;
  const [isMoving, setMoving] = useState(false);
  const tokens = useAnalysis(({ tokensBySource }) => tokensBySource.get(key));
  const method = useAnalysis(({ total }) => total.method);
  const selection = { type: 'memory-file', path } as const;
  const isOpen = useWorkbench((state) => selectionId(state.selection) === selectionId(selection));
  return (
    <ItemRow
      selection={selection}
      name={<span className="truncate">{fileName(path)}</span>}
      label={path}
      stripe="bg-layer-session"
      note={describeEntry(entry)}
      isDimmed={order === undefined}
      depth={depth}
      isDense
      onRename={() => setMoving(true)}
      rowRef={rowRef}
      isCarried={isCarried}
      lead={
        <span
          className="num w-3.5 text-right text-2xs text-ink-3"
          title={order === undefined ? undefined : `Loaded as number ${order}`}
        >
          {order}
        </span>
      }
      trail={
        <>
          {/* First to the eye; the name comes first to the keyboard. */}
          <span className="order-first flex shrink-0">{handle}</span>
          {kind && <span className="text-xs text-ink-3">{kind}</span>}
          <RowTokens value={order === undefined ? 'not loaded' : tokens} method={method} className="min-w-9" />
          <Menu
            label={`Actions for ${path}`}
            size="sm"
            items={[
              { id: 'move', label: 'Rename or move', shortcut: 'F2', onSelect: () => setMoving(true) },
              { id: 'copy', label: 'Duplicate', icon: 'copy', onSelect: () => actions.duplicate(path) },
              { id: 'delete', label: 'Delete', icon: 'trash', separated: true, onSelect: () => actions.remove(path) },
            ]}
          />
        </>
      }
    >
      {isMoving && <MoveFileForm path={path} actions={actions} onClose={() => setMoving(false)} />}
      {isOpen && (
        <RowLine depth={depth + 3}>
          {describeEntry(entry)}
          {entry.cause === 'include-external' && (
            <div className="mt-1">
              <Button size="sm" onClick={() => actions.approve(path)}>
                Approve this include
              </Button>
            </div>
          )}
        </RowLine>
      )}
      <PendingLine sourceKey={key} />
      {warnings.map((warning) => (
        <RowLine key={warning} tone="warning" depth={depth + 3}>
          {warningText(warning)}
        </RowLine>
      ))}
    </ItemRow>
  );
}
