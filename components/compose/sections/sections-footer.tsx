'use client';

import { Button } from '@/components/ui/button.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import { useSectionActions } from './use-section-actions.ts';

/** What concerns the list as a whole. */
export function SectionsFooter() {
  const { add, resetAll } = useSectionActions();
  const items = [{ id: 'reset', label: 'Reset all sections', icon: 'undo', onSelect: resetAll }] as const;
  return (
    <div className="sticky bottom-0 mt-auto flex items-center justify-between gap-2 border-t border-line bg-panel py-1.5 pr-2.5 pl-3">
      <Button variant="quiet" size="sm" icon="plus" onClick={add} className="-ml-1.5">
        Add section
      </Button>
      <Menu label="Actions for all sections" size="sm" items={items} />
    </div>
  );
}
