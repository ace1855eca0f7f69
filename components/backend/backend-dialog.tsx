'use client';

import type { ComponentType } from 'react';
import { lateDialog } from '@/components/ui/late-part.tsx';

/** What can be done with backends, each in a dialog of its own. */
export type BackendDialogName = 'connection' | 'own-server' | 'several-backends' | 'header-demo';

type DialogProps = { onClose: () => void };

const DIALOGS: Readonly<Record<BackendDialogName, ComponentType<DialogProps>>> = {
  connection: lateDialog(async () => (await import('./connection-dialog.tsx')).ConnectionDialog),
  'own-server': lateDialog(async () => (await import('./own-server-dialog.tsx')).OwnServerDialog),
  'several-backends': lateDialog(async () => (await import('./several-dialog.tsx')).SeveralDialog),
  'header-demo': lateDialog(async () => (await import('./header-demo-dialog.tsx')).HeaderDemoDialog),
};

/** The dialog of this name; its code comes when it is first opened. */
export function BackendDialog({ name, onClose }: DialogProps & { name: BackendDialogName }) {
  const Chosen = DIALOGS[name];
  return <Chosen onClose={onClose} />;
}
