'use client';

import { useState } from 'react';
import { lateDialog } from '@/components/ui/late-part.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import type { SectionItem } from './section-list.ts';
import { sectionMenuItems } from './section-menu-items.ts';
import { useSectionActions } from './use-section-actions.ts';

const ReasonDialog = lateDialog(async () => (await import('@/components/editor/reason-dialog.tsx')).ReasonDialog);

type SectionMenuProps = SectionItem & { isSelected: boolean; onRename: () => void };

/** It stays in the page, so that the focus can come back to it when its list closes. */
const ON_DEMAND = 'sr-only focus-within:not-sr-only group-hover:not-sr-only has-[[aria-expanded=true]]:not-sr-only';

/** What else can be done with a section; seen on the row that is selected or pointed at. Tab finds it on the selected one. */
export function SectionMenu({ isSelected, onRename, ...item }: SectionMenuProps) {
  const actions = useSectionActions();
  const [isAsking, setIsAsking] = useState(false);
  const { id, title } = item;
  const items = sectionMenuItems(item, actions, { title: onRename, reason: () => setIsAsking(true) });
  return (
    <span className={isSelected ? '' : ON_DEMAND}>
      <Menu label={`Actions for ${title}`} size="sm" items={items} tabIndex={isSelected ? 0 : -1} />
      {isAsking && (
        <ReasonDialog
          title={title}
          onClose={() => setIsAsking(false)}
          onReason={(reason) => actions.setKind(id, 'volatile', reason)}
        />
      )}
    </span>
  );
}
