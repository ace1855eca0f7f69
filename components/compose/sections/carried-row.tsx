'use client';

import { useDndContext } from '@dnd-kit/core';
import { BoundaryChip } from './boundary-row.tsx';
import { BARS } from './section-row.tsx';
import { BOUNDARY_KEY, regionAfter, type VisibleRow } from './visible-rows.ts';

type CarriedRowProps = { rowKey: string; rows: readonly VisibleRow[]; isVolatile: boolean; isBoundarySent: boolean };

/** What hangs on the pointer while a row is carried, in the colour it would have where it is; the rows under it stay readable. */
export function CarriedRow({ rowKey, rows, isVolatile, isBoundarySent }: CarriedRowProps) {
  const { over } = useDndContext();
  const at = (key: unknown) => rows.findIndex((row) => row.key === key);
  const region = regionAfter(rows, at(rowKey), at(over?.id ?? rowKey));
  const layer = isVolatile ? 'volatile' : region === 'static' ? 'static' : 'session';
  return (
    <div className="ml-[46%] flex h-9 cursor-grabbing items-center">
      {rowKey === BOUNDARY_KEY ? (
        <BoundaryChip isSent={isBoundarySent} />
      ) : (
        <span className="flex h-7 min-w-0 items-center gap-2 rounded-md bg-panel pr-2.5 pl-2 shadow-float">
          <span className={`h-4 w-[3px] shrink-0 rounded-full ${BARS[layer]}`} />
          <span className="truncate">{rows[at(rowKey)]?.title}</span>
        </span>
      )}
    </div>
  );
}
