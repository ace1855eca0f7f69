'use client';

import { memo } from 'react';
import { HandlePlace } from '@/components/compose/rows/row-handle.tsx';
import type { SectionItem } from './section-list.ts';
import { SectionRow, type SectionRowProps, type SharedByRows } from './section-row.tsx';

type GatedRowsProps = {
  label: string;
  items: readonly SectionItem[];
  selectedId: string | undefined;
  shared: SharedByRows;
};

const GatedRow = memo(function GatedRow(props: SectionRowProps) {
  return <SectionRow {...props} handle={<HandlePlace />} />;
});

/** The sections that flags and settings keep out of this prompt, dimmed, behind the rest of their region; each has its switch. */
export function GatedRows({ label, items, selectedId, shared }: GatedRowsProps) {
  if (items.length === 0) return null;
  return (
    <li>
      <h4 className="pt-2.5 pb-1 pl-[47px] text-xs text-ink-3">Not in this prompt</h4>
      <ul aria-label={label}>
        {items.map((item) => (
          <GatedRow key={item.id} {...item} {...shared} isSelected={item.id === selectedId} />
        ))}
      </ul>
    </li>
  );
}
