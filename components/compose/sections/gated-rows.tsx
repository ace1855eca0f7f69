'use client';

import { useId } from 'react';
import { HandlePlace } from '@/components/compose/rows/row-handle.tsx';
import { Icon } from '@/components/ui/icon.tsx';
import type { SectionItem } from './section-list.ts';
import { SectionRow } from './section-row.tsx';

type GatedRowsProps = {
  label: string;
  items: readonly SectionItem[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  selectedId: string | undefined;
};

/** The sections that flags and settings keep out of this prompt, folded away; each still has its switch. */
export function GatedRows({ label, items, isOpen, onOpenChange, selectedId }: GatedRowsProps) {
  const id = useId();
  if (items.length === 0) return null;
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onOpenChange(!isOpen)}
        className="focus-inset flex h-8 w-full items-center gap-[21px] pr-2.5 pl-3 text-left text-sm text-ink-3 hover:bg-sunken hover:text-ink"
      >
        <Icon name="chevron" className={`size-3.5 ${isOpen ? '' : '-rotate-90'}`} />
        {items.length} not in this prompt
      </button>
      {isOpen && (
        <ul id={id} aria-label={label}>
          {items.map((item) => (
            <SectionRow key={item.id} {...item} isSelected={item.id === selectedId} handle={<HandlePlace />} />
          ))}
        </ul>
      )}
    </li>
  );
}
