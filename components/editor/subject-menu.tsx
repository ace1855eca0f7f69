'use client';

import { useState } from 'react';
import { lateDialog } from '@/components/ui/late-part.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import type { MenuItem } from '@/components/ui/menu-item.ts';
import {
  useDocument,
  useEdit,
  usePreset,
  useServices,
  useWorkbench,
} from '@/components/workbench/workbench-context.tsx';
import { copySection, removeSection, setSectionKind } from '@/lib/document/edit-sections.ts';
import type { Selection } from '@/lib/store/selection.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';
import { differsFromPreset, idForCopy, resetToPreset, selectionAfterRemoval } from './subject-edits.ts';

const ReasonDialog = lateDialog(async () => (await import('./reason-dialog.tsx')).ReasonDialog);

/** What can be done with what is open. */
export function SubjectMenu({ selection, title }: { selection: Selection; title: string }) {
  const { store } = useServices();
  const edit = useEdit();
  const select = useWorkbench((state) => state.select);
  const [isAsking, setIsAsking] = useState(false);
  const preset = usePreset();
  const id = selection.type === 'section' ? selection.id : undefined;
  const kind = useDocument(({ sections }) => sections.find((section) => section.id === id)?.kind);
  const differs = useDocument((document) => preset !== undefined && differsFromPreset(document, preset, selection));
  const reset: MenuItem = {
    id: 'reset',
    label: 'Reset to preset',
    icon: 'undo',
    disabled: !differs,
    onSelect: () => preset && edit(`Reset ${title}`, (document) => resetToPreset(document, preset, selection)),
  };
  if (id === undefined || !kind) return <Menu label={`Actions for ${title}`} items={[reset]} />;

  const current = () => currentDocument(store.getState());
  const setKind = (reason: string) =>
    edit(`Make ${title} ${kind === 'memoised' ? 'volatile' : 'memoised'}`, (document) =>
      setSectionKind(document, id, kind === 'memoised' ? 'volatile' : 'memoised', reason),
    );
  const items: MenuItem[] = [
    {
      id: 'duplicate',
      label: 'Duplicate',
      icon: 'copy',
      onSelect: () => {
        const copyId = idForCopy(current(), id);
        edit(`Duplicate ${title}`, (document) => copySection(document, id, copyId));
        select({ type: 'section', id: copyId });
      },
    },
    kind === 'memoised'
      ? { id: 'kind', label: 'Make volatile …', onSelect: () => setIsAsking(true) }
      : { id: 'kind', label: 'Make memoised', onSelect: () => setKind('') },
    reset,
    {
      id: 'delete',
      label: 'Delete',
      icon: 'trash',
      separated: true,
      onSelect: () => {
        const next = selectionAfterRemoval(current(), id);
        edit(`Delete ${title}`, (document) => removeSection(document, id));
        select(next);
      },
    },
  ];
  return (
    <>
      <Menu label={`Actions for ${title}`} items={items} />
      {isAsking && <ReasonDialog title={title} onClose={() => setIsAsking(false)} onReason={setKind} />}
    </>
  );
}
