'use client';

import { Menu } from '@/components/ui/menu.tsx';
import type { SectionItem } from './section-list.ts';
import { sectionMenuItems } from './section-menu-items.ts';
import { useSectionActions } from './use-section-actions.ts';

type SectionMenuProps = SectionItem & { isSelected: boolean; onRename: () => void };

const ON_DEMAND = 'hidden group-focus-within:flex group-hover:flex has-[[aria-expanded=true]]:flex';

/** What else can be done with a section; there for the row that is selected, pointed at or has the focus. */
export function SectionMenu({ isSelected, onRename, ...item }: SectionMenuProps) {
  const actions = useSectionActions();
  return (
    <span className={isSelected ? 'flex' : ON_DEMAND}>
      <Menu label={`Actions for ${item.title}`} size="sm" items={sectionMenuItems(item, actions, onRename)} />
    </span>
  );
}
