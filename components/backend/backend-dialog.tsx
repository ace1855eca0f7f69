'use client';

import { type ComponentType, lazy, Suspense } from 'react';

/** What can be done with backends, each in a dialog of its own. */
export type BackendDialogName = 'connection' | 'own-server' | 'several-backends' | 'header-demo';

type DialogProps = { onClose: () => void };

const DIALOGS: Readonly<Record<BackendDialogName, ComponentType<DialogProps>>> = {
  connection: lazy(async () => ({ default: (await import('./connection-dialog.tsx')).ConnectionDialog })),
  'own-server': lazy(async () => ({ default: (await import('./own-server-dialog.tsx')).OwnServerDialog })),
  'several-backends': lazy(async () => ({ default: (await import('./several-dialog.tsx')).SeveralDialog })),
  'header-demo': lazy(async () => ({ default: (await import('./header-demo-dialog.tsx')).HeaderDemoDialog })),
};

/** The dialog of this name; its code comes when it is first opened. */
export function BackendDialog({ name, onClose }: DialogProps & { name: BackendDialogName }) {
  const Chosen = DIALOGS[name];
  return (
    <Suspense>
      <Chosen onClose={onClose} />
    </Suspense>
  );
}
