'use client';

import { lazy, Suspense } from 'react';
import type { DialogName } from './dialog-name.ts';

const ShareDialog = lazy(async () => ({ default: (await import('@/components/share/share-dialog.tsx')).ShareDialog }));
const CompareDialog = lazy(async () => ({
  default: (await import('@/components/compare/compare-dialog.tsx')).CompareDialog,
}));
const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }));
const ShortcutsDialog = lazy(async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog }));

type WorkbenchDialogsProps = { open: DialogName | undefined; onOpen: (dialog: DialogName | undefined) => void };

/** The open dialog; the code of each comes when it is first opened. */
export function WorkbenchDialogs({ open, onOpen }: WorkbenchDialogsProps) {
  const close = () => onOpen(undefined);
  return (
    <Suspense>
      {open === 'share' && <ShareDialog onClose={close} />}
      {open === 'compare' && <CompareDialog onClose={close} />}
      {open === 'palette' && <CommandPalette onClose={close} onOpen={onOpen} />}
      {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
    </Suspense>
  );
}
