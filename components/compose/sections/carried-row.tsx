import { BoundaryChip } from './boundary-row.tsx';
import { HandlePlace } from './row-handle.tsx';
import type { SectionRowsProps } from './section-rows.tsx';
import { BOUNDARY_KEY, sectionRowKey } from './visible-rows.ts';

/** What hangs on the pointer while a row is carried. */
export function CarriedRow({ rowKey, list, boundaryNotice }: SectionRowsProps & { rowKey: string }) {
  if (rowKey === BOUNDARY_KEY) {
    return (
      <div className="flex h-full cursor-grabbing items-center px-3">
        <BoundaryChip isSent={boundaryNotice === undefined} />
      </div>
    );
  }
  const item = [...list.static.items, ...list.dynamic.items].find(({ id }) => sectionRowKey(id) === rowKey);
  return (
    <div className="flex h-9 cursor-grabbing items-center gap-[9px] rounded-md bg-panel pl-3 shadow-float">
      <HandlePlace isDrawn />
      <span className="truncate">{item?.title}</span>
    </div>
  );
}
