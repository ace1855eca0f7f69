'use client';

import type { ComponentProps, Ref } from 'react';
import { DROP_LINES, type DropEdge } from './section-row.tsx';
import { BOUNDARY_KEY } from './visible-rows.ts';

export type BoundaryRowProps = {
  /** Why it is not sent; `undefined`: it is. */
  notice: string | undefined;
};

type DrawnBoundaryProps = BoundaryRowProps & {
  rowRef?: Ref<HTMLLIElement> | undefined;
  /** What makes it movable, on the button that is its handle. */
  handle?: ComponentProps<'button'>;
  isCarried?: boolean;
  edge?: DropEdge;
};

/** The boundary between the regions, a row of its own that can be moved. */
export function BoundaryRow({ notice, rowRef, handle, isCarried = false, edge }: DrawnBoundaryProps) {
  return (
    <li
      ref={rowRef}
      data-row={BOUNDARY_KEY}
      className={`relative py-2 ${isCarried ? 'opacity-40' : ''} ${edge ? DROP_LINES[edge] : ''}`}
    >
      <div className="relative flex h-7 items-center px-3 text-xs before:absolute before:inset-x-0 before:top-1/2 before:border-t before:border-dashed before:border-control">
        <button
          {...handle}
          type="button"
          data-column="handle"
          aria-label="Move the cache boundary"
          className="relative flex h-6 cursor-grab touch-none items-center active:cursor-grabbing"
        >
          <BoundaryChip isSent={notice === undefined} />
        </button>
      </div>
      {notice && <p className="px-3 pt-1 text-xs text-ink-2">{notice}</p>}
    </li>
  );
}

export function BoundaryChip({ isSent }: { isSent: boolean }) {
  return (
    <span
      className={`relative rounded border border-ink px-[7px] text-xs ${isSent ? 'bg-ink text-paper' : 'border-dashed bg-panel text-ink'}`}
    >
      cache boundary
    </span>
  );
}
