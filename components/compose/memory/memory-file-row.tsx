'use client';

import { useState } from 'react';
import { InlineForm } from '@/components/compose/rows/inline-form.tsx';
import { ItemRow } from '@/components/compose/rows/item-row.tsx';
import { focusRow } from '@/components/compose/rows/row-focus.ts';
import { RowLine } from '@/components/compose/rows/row-line.tsx';
import { RowTokens } from '@/components/compose/rows/row-tokens.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import { useAnalysis, useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { readMemoryPath } from '@/lib/document/memory-path.ts';
import { fileName } from '@/lib/store/analysis/folder-tree.ts';
import type { MemoryEntry } from '@/lib/store/analysis/memory-outlook.ts';
import { selectionId } from '@/lib/store/selection.ts';
import { describeEntry } from './describe-memory.ts';
import type { MemoryActions } from './memory-actions.ts';

type MemoryFileRowProps = { entry: MemoryEntry; depth: number; actions: MemoryActions };

/** A memory file: its place in the load order, kind and tokens, and on choosing it why it is loaded, or not. */
export function MemoryFileRow({ entry, depth, actions }: MemoryFileRowProps) {
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
          {kind && <span className="text-xs text-ink-3">{kind}</span>}
          <RowTokens value={order === undefined ? 'not loaded' : tokens} method={method} />
          <Menu
            label={`Actions for ${path}`}
            size="sm"
            items={[
              { id: 'move', label: 'Rename or move', onSelect: () => setMoving(true) },
              { id: 'copy', label: 'Duplicate', icon: 'copy', onSelect: () => actions.duplicate(path) },
              { id: 'delete', label: 'Delete', icon: 'trash', separated: true, onSelect: () => actions.remove(path) },
            ]}
          />
        </>
      }
    >
      {isMoving && <MoveForm path={path} actions={actions} onClose={() => setMoving(false)} />}
      {isOpen && (
        <RowLine depth={depth + 2}>
          {describeEntry(entry)}
          {entry.cause === 'include-external' && (
            <Button size="sm" className="mt-1" onClick={() => actions.approve(path)}>
              Approve this include
            </Button>
          )}
        </RowLine>
      )}
      {warnings.map((warning) => (
        <RowLine key={warning} tone="warning" depth={depth + 2}>
          {warning}
        </RowLine>
      ))}
    </ItemRow>
  );
}

function MoveForm({ path, actions, onClose }: { path: string; actions: MemoryActions; onClose: () => void }) {
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
        focusRow(selectionId({ type: 'memory-file', path }));
      }}
    />
  );
}
