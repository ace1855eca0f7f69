'use client';

import {
  type Active,
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useDndContext,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { memo, useCallback, useMemo, useRef } from 'react';
import { CarriedOverlay } from '@/components/compose/rows/carried-overlay.tsx';
import { MODIFIERS, POINTER } from '@/components/compose/rows/carrying.ts';
import { RowHandle } from '@/components/compose/rows/row-handle.tsx';
import { useDocument, useServices } from '@/components/workbench/workbench-context.tsx';
import type { Document } from '@/lib/document/document.ts';
import { normalizePath, parentOf } from '@/lib/memory/path.ts';
import { fileName } from '@/lib/store/analysis/folder-tree.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';
import { describeDrop, describeFolderDrop } from './carry-paths.ts';
import { folderCoordinates, folderUnder } from './folder-coordinates.ts';
import { MemoryFileRow, type MemoryFileRowProps } from './memory-file-row.tsx';
import { MemoryFolderRow, type MemoryFolderRowProps } from './memory-folder-row.tsx';
import { MemoryTree, type MemoryTreeProps } from './memory-tree.tsx';

const KEYBOARD = { coordinateGetter: folderCoordinates, scrollBehavior: 'auto' } as const;
const INSTRUCTIONS = {
  draggable:
    'Space or Enter lifts this file. Then the arrow keys choose a directory, Space or Enter drops it there, Escape puts it back. F2 renames or moves it by its path.',
};
const ATTRIBUTES = { roleDescription: 'file that can be moved' };

interface Carried {
  readonly path: string;
  readonly isFolder: boolean;
}

const carriedBy = ({ id, data }: Active): Carried => ({
  path: data.current?.['carriedFolder'] ?? String(id),
  isFolder: data.current?.['carriedFolder'] !== undefined,
});

const describe = (document: Document, { path, isFolder }: Carried, folder: string): string =>
  (isFolder ? describeFolderDrop : describeDrop)(document, path, folder);

/**
 * The tree with files that can be carried into another directory, by pointer, touch and keyboard, and directories by pointer (keys
 * move them by their path). A drop is one step.
 */
export function CarryTree(props: MemoryTreeProps) {
  const { store } = useServices();
  const { actions } = props;
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(KeyboardSensor, KEYBOARD));
  const outcome = useRef('');
  const announcements = useMemo((): Announcements => {
    let last: string | undefined;
    return {
      onDragStart: ({ active }) => {
        const { path } = carriedBy(active);
        last = parentOf(normalizePath(path));
        return `${path} lifted.`;
      },
      onDragOver: ({ active, over }) => {
        const folder = folderUnder(over);
        if (folder === undefined || folder === last) return undefined;
        last = folder;
        return describe(currentDocument(store.getState()), carriedBy(active), folder);
      },
      onDragEnd: () => outcome.current,
      onDragCancel: ({ active }) => `${carriedBy(active).path} put back.`,
    };
  }, [store]);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={MODIFIERS}
      accessibility={{ announcements, screenReaderInstructions: INSTRUCTIONS }}
      onDragEnd={({ active, over }) => {
        const { path, isFolder } = carriedBy(active);
        const folder = folderUnder(over) ?? parentOf(normalizePath(path));
        outcome.current = (isFolder ? actions.carryFolder : actions.carry)(path, folder);
      }}
    >
      <MemoryTree {...props} FileRow={CarriedFile} FolderRow={TargetFolder} />
      <CarriedOverlay>
        <CarriedChip />
      </CarriedOverlay>
    </DndContext>
  );
}

type TellRow = (row: HTMLElement | null) => void;

/** One row that is both carried and a place to drop at. */
const useBoth = (one: TellRow, other: TellRow): TellRow =>
  useCallback(
    (row) => {
      one(row);
      other(row);
    },
    [one, other],
  );

const CarriedFile = memo(function CarriedFile(props: MemoryFileRowProps) {
  const { path } = props.entry;
  const folder = parentOf(normalizePath(path));
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: path,
    attributes: ATTRIBUTES,
  });
  const { setNodeRef: setPlaceRef } = useDroppable({ id: `beside:${path}`, data: { folder } });
  const rowRef = useBoth(setNodeRef, setPlaceRef);
  return (
    <MemoryFileRow
      {...props}
      rowRef={rowRef}
      isCarried={isDragging}
      handle={<RowHandle isDense {...attributes} {...listeners} ref={setActivatorNodeRef} label={`Carry ${path}`} />}
    />
  );
});

function TargetFolder(props: MemoryFolderRowProps) {
  const { path } = props;
  const { setNodeRef: setPlaceRef } = useDroppable({ id: `folder:${path}`, data: { folder: path, isFolder: true } });
  const { listeners, setNodeRef, isDragging } = useDraggable({ id: `carry:${path}`, data: { carriedFolder: path } });
  const { over } = useDndContext();
  const rowRef = useBoth(setNodeRef, setPlaceRef);
  return (
    <MemoryFolderRow
      {...props}
      rowRef={rowRef}
      isTarget={!isDragging && folderUnder(over) === path}
      isCarried={isDragging}
      onPointerDown={(event) => listeners?.['onPointerDown']?.(event)}
    />
  );
}

/** What hangs on the pointer: the file, and what would become of it where it is. */
function CarriedChip() {
  const { active, over } = useDndContext();
  const document = useDocument((each) => each);
  if (!active) return null;
  const carried = carriedBy(active);
  const folder = folderUnder(over);
  return (
    // As high as a row, for its middle decides which row it is over; the words hang below.
    <div className="ml-[24%] h-[30px] w-[72%]">
      <div className="flex cursor-grabbing flex-col gap-0.5 rounded-md bg-panel px-2.5 py-1 shadow-float">
        <span className="truncate">{fileName(carried.path)}</span>
        {folder !== undefined && (
          <span className="text-xs wrap-anywhere text-ink-2">{describe(document, carried, folder)}</span>
        )}
      </div>
    </div>
  );
}
