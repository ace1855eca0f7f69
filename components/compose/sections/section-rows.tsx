'use client';

import type { ComponentType } from 'react';
import type { BoundaryRowProps } from './boundary-row.tsx';
import { GatedRows } from './gated-rows.tsx';
import { RegionHead } from './region-head.tsx';
import { handleRowKey } from './row-keys.ts';
import type { Region, SectionItem, SectionList } from './section-list.ts';
import type { SectionRowProps, SharedByRows } from './section-row.tsx';
import { useSectionActions } from './use-section-actions.ts';
import { BOUNDARY_KEY, sectionRowKey } from './visible-rows.ts';

export type SectionRowsProps = {
  list: SectionList;
  boundaryNotice: string | undefined;
  selectedId: string | undefined;
  /** What all rows have in common: listened for once, not in each of them. */
  shared: SharedByRows;
};

type DrawnRowsProps = SectionRowsProps & {
  Row: ComponentType<SectionRowProps>;
  Boundary: ComponentType<BoundaryRowProps>;
  /** A row is being carried: the keys are not the list's. */
  isCarrying?: boolean;
};

/**
 * Both regions in one list, so that a row keeps its element, and with it the focus, when it crosses the boundary. React keeps an
 * element only among the children of one array: hence the flat one.
 */
export function SectionRows({ list, boundaryNotice, selectedId, shared, Row, Boundary, isCarrying }: DrawnRowsProps) {
  const actions = useSectionActions();
  const row = (item: SectionItem) => (
    <Row key={sectionRowKey(item.id)} {...item} {...shared} isSelected={item.id === selectedId} />
  );
  const gated = (region: Region) => (
    <GatedRows
      key={`${region}-gated`}
      label={`Not in this prompt, ${region} region`}
      items={list[region].gated}
      selectedId={selectedId}
      shared={shared}
    />
  );
  return (
    <ul aria-label="Sections" onKeyDown={(event) => !isCarrying && handleRowKey(event, actions)} className="pb-2">
      {[
        <RegionHead
          key="static"
          title="Static: same for everyone"
          region={list.static}
          emptyWords="No section stands in front of the boundary, so a change behind it leaves none cached."
        />,
        ...list.static.items.map(row),
        gated('static'),
        <Boundary key={BOUNDARY_KEY} notice={boundaryNotice} />,
        <RegionHead
          key="dynamic"
          title="Dynamic: this session"
          region={list.dynamic}
          emptyWords="No section stands behind the boundary. Move what changes from session to session here."
        />,
        ...list.dynamic.items.map(row),
        gated('dynamic'),
      ]}
    </ul>
  );
}
