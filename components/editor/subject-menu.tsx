'use client';

import { lazy, Suspense, useState } from 'react';
import { Menu } from '@/components/ui/menu.tsx';
import type { MenuItem } from '@/components/ui/menu-item.ts';
import { useDocument, useEdit, usePreset, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { copySection, removeSection, setSectionKind } from '@/lib/document/edit-sections.ts';
import type { Selection } from '@/lib/store/selection.ts';
import { differsFromPreset, idForCopy, resetToPreset, selectionAfterRemoval } from './subject-edits.ts';

const ReasonDialog = lazy(async () => ({ default: (await import('./reason-dialog.tsx')).ReasonDialog }));

/** What can be done with what is open. */
export function SubjectMenu({ selection, title }: { selection: Selection; title: string }) {
  const document = useDocument((each) => each);
  const edit = useEdit();
  const select = useWorkbench((state) => state.select);
  const [isAsking, setIsAsking] = useState(false);
  const preset = usePreset();
  const section = selection.type === 'section' && document.sections.find(({ id }) => id === selection.id);
  const reset: MenuItem = {
    id: 'reset',
    label: 'Reset to preset',
    icon: 'undo',
    disabled: !preset || !differsFromPreset(document, preset, selection),
    onSelect: () => preset && edit(`Reset ${title}`, (current) => resetToPreset(current, preset, selection)),
  };
  if (!section) return <Menu label={`Actions for ${title}`} items={[reset]} />;

  const { id, kind } = section;
  const setKind = (reason: string) =>
    edit(`Make ${title} ${kind === 'memoised' ? 'volatile' : 'memoised'}`, (current) =>
      setSectionKind(current, id, kind === 'memoised' ? 'volatile' : 'memoised', reason),
    );
  const items: MenuItem[] = [
    {
      id: 'duplicate',
      label: 'Duplicate',
      icon: 'copy',
      onSelect: () => {
        const copyId = idForCopy(document, id);
        edit(`Duplicate ${title}`, (current) => copySection(current, id, copyId));
        select({ type: 'section', id: copyId });
      },
    },
    kind === 'memoised'
      ? { id: 'kind', label: 'Compute on every turn …', onSelect: () => setIsAsking(true) }
      : { id: 'kind', label: 'Compute once a session', onSelect: () => setKind('') },
    reset,
    {
      id: 'delete',
      label: 'Delete',
      icon: 'trash',
      separated: true,
      onSelect: () => {
        edit(`Delete ${title}`, (current) => removeSection(current, id));
        select(selectionAfterRemoval(document, id));
      },
    },
  ];
  return (
    <>
      <Menu label={`Actions for ${title}`} items={items} />
      {isAsking && (
        <Suspense>
          <ReasonDialog title={title} onClose={() => setIsAsking(false)} onReason={setKind} />
        </Suspense>
      )}
    </>
  );
}
