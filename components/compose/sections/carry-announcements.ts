import type { Announcements } from '@dnd-kit/core';
import { describeCarry, describePlace } from './describe-move.ts';
import type { VisibleRow } from './visible-rows.ts';

export const CARRY_INSTRUCTIONS =
  'Space or Enter lifts this row. Then the arrow keys carry it, Space or Enter drops it, Escape puts it back. Without lifting, Alt with an arrow key moves it.';

type Carry = {
  /** The rows as they stood when one of them was lifted. */
  rows: () => readonly VisibleRow[];
  /** What has become of the last drop. */
  outcome: () => string;
};

/** What is said while a row is carried. */
export function carryAnnouncements({ rows, outcome }: Carry): Announcements {
  let over: unknown;
  const at = (key: unknown) => rows().findIndex((row) => row.key === key);
  return {
    onDragStart: ({ active }) => {
      over = active.id;
      return `${rows()[at(active.id)]?.title} lifted: ${describePlace(rows(), at(active.id))}.`;
    },
    onDragOver: (event) => {
      if (!event.over || event.over.id === over) return undefined;
      over = event.over.id;
      return describeCarry(rows(), at(event.active.id), at(over));
    },
    onDragEnd: outcome,
    onDragCancel: ({ active }) => `${rows()[at(active.id)]?.title} put back: ${describePlace(rows(), at(active.id))}.`,
  };
}
