'use client';

import type { Dropped } from '@/components/import/dropped.ts';
import { lateDialog } from '@/components/ui/late-part.tsx';
import type { DialogName } from './dialog-name.ts';

const ShareDialog = lateDialog(async () => (await import('@/components/share/share-dialog.tsx')).ShareDialog);
const CompareDialog = lateDialog(async () => (await import('@/components/compare/compare-dialog.tsx')).CompareDialog);
const CommandPalette = lateDialog(async () => (await import('./command-palette.tsx')).CommandPalette);
const ImportDialog = lateDialog(async () => (await import('@/components/import/import-dialog.tsx')).ImportDialog);
const ExportDialog = lateDialog(async () => (await import('@/components/export/export-dialog.tsx')).ExportDialog);
const ShortcutsDialog = lateDialog(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog);

const PresetGallery = lateDialog(async () => (await import('@/components/presets/preset-gallery.tsx')).PresetGallery);
const PresetUpdateDialog = lateDialog(
  async () => (await import('@/components/presets/preset-update-dialog.tsx')).PresetUpdateDialog,
);

const BackendDialog = lateDialog(async () => (await import('@/components/backend/backend-dialog.tsx')).BackendDialog);

type WorkbenchDialogsProps = {
  open: DialogName | undefined;
  onOpen: (dialog: DialogName | undefined) => void;
  /** What was dropped onto the page, to be imported. */
  dropped: Dropped | undefined;
};

/** The open dialog; the code of each comes when it is first opened. */
export function WorkbenchDialogs({ open, onOpen, dropped }: WorkbenchDialogsProps) {
  const close = () => onOpen(undefined);
  switch (open) {
    case undefined:
      return null;
    case 'share':
      return <ShareDialog onClose={close} />;
    case 'compare':
      return <CompareDialog onClose={close} />;
    case 'palette':
      return <CommandPalette onClose={close} onOpen={onOpen} />;
    case 'import':
      return <ImportDialog dropped={dropped} onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'presets':
      return <PresetGallery onClose={close} />;
    case 'preset-update':
      return <PresetUpdateDialog onClose={close} />;
    default:
      return <BackendDialog name={open} onClose={close} />;
  }
}
