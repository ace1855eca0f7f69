'use client';

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, useSortable } from '@dnd-kit/sortable';
import { type ComponentProps, memo, useMemo, useRef, useState } from 'react';
import { CarriedOverlay } from '@/components/compose/rows/carried-overlay.tsx';
import { MODIFIERS, POINTER } from '@/components/compose/rows/carrying.ts';
import { RowHandle } from '@/components/compose/rows/row-handle.tsx';
import { BoundaryRow, type BoundaryRowProps } from './boundary-row.tsx';
import { CarriedRow } from './carried-row.tsx';
import { CARRY_INSTRUCTIONS, carryAnnouncements } from './carry-announcements.ts';
import { carryCoordinates } from './carry-coordinates.ts';
import { type DropEdge, SectionRow, type SectionRowProps } from './section-row.tsx';
import { SectionRows, type SectionRowsProps } from './section-rows.tsx';
import { useSectionActions } from './use-section-actions.ts';
import { BOUNDARY_KEY, sectionRowKey, type VisibleRow } from './visible-rows.ts';

const KEYBOARD = { coordinateGetter: carryCoordinates, scrollBehavior: 'auto' } as const;
const INSTRUCTIONS = { draggable: CARRY_INSTRUCTIONS };

/** Rows stay where they are while one is carried; a line shows where it would land. */
const stay = () => null;

/** The list with rows that can be carried, by pointer, touch and keyboard. A drop is one step of the history. */
export function SortableRows(props: SectionRowsProps) {
  const actions = useSectionActions();
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(KeyboardSensor, KEYBOARD));
  const [carried, setCarried] = useState<ComponentProps<typeof CarriedRow>>();
  const lifted = useRef<readonly VisibleRow[]>([]);
  const outcome = useRef('');
  const announcements = useMemo(
    () => carryAnnouncements({ rows: () => lifted.current, outcome: () => outcome.current }),
    [],
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setCarried(undefined);
    outcome.current = actions.move(String(active.id), String(over?.id ?? active.id));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={MODIFIERS}
      accessibility={{ announcements, screenReaderInstructions: INSTRUCTIONS }}
      onDragStart={({ active }) => {
        lifted.current = actions.rows();
        setCarried({ rowKey: String(active.id), rows: lifted.current, ...looks(props, String(active.id)) });
      }}
      onDragEnd={onDragEnd}
      onDragCancel={() => setCarried(undefined)}
    >
      <SortableContext items={useRowKeys(props)} strategy={stay}>
        <SectionRows {...props} Row={SortableRow} Boundary={SortableBoundary} isCarrying={carried !== undefined} />
      </SortableContext>
      <CarriedOverlay>{carried && <CarriedRow {...carried} />}</CarriedOverlay>
    </DndContext>
  );
}

const looks = ({ list, boundaryNotice }: SectionRowsProps, key: string) => ({
  isVolatile: [...list.static.items, ...list.dynamic.items].some(
    ({ id, layer }) => sectionRowKey(id) === key && layer === 'volatile',
  ),
  isBoundarySent: boundaryNotice === undefined,
});

/** The keys of the rows in order, in the same array as long as they are the same: a new one would draw every row again. */
function useRowKeys({ list }: SectionRowsProps): string[] {
  const keys = [
    ...list.static.items.map(({ id }) => sectionRowKey(id)),
    BOUNDARY_KEY,
    ...list.dynamic.items.map(({ id }) => sectionRowKey(id)),
  ];
  const written = JSON.stringify(keys);
  return useMemo(() => JSON.parse(written) as string[], [written]);
}

const ATTRIBUTES = { roleDescription: 'row that can be moved' };

function useRow(id: string) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging, isOver, activeIndex, index } =
    useSortable({ id, attributes: ATTRIBUTES });
  const edge: DropEdge = !isOver || activeIndex === index ? undefined : activeIndex < index ? 'after' : 'before';
  const handle = { ref: setActivatorNodeRef, ...attributes, ...listeners };
  return { row: { rowRef: setNodeRef, isCarried: isDragging, edge }, handle };
}

const SortableRow = memo(function SortableRow(props: SectionRowProps) {
  const { row, handle } = useRow(sectionRowKey(props.id));
  return <SectionRow {...props} {...row} handle={<RowHandle {...handle} label={`Move ${props.title}`} />} />;
});

function SortableBoundary(props: BoundaryRowProps) {
  const { row, handle } = useRow(BOUNDARY_KEY);
  return <BoundaryRow {...props} {...row} handle={handle} />;
}
