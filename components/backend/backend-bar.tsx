'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { lateDialog } from '@/components/ui/late-part.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { BackendDialogName } from './backend-dialog.tsx';

const BackendDialog = lateDialog(async () => (await import('./backend-dialog.tsx')).BackendDialog);

/** What can be asked of the chosen backend, and of others. */
export function BackendBar() {
  const id = useDocument((document) => document.backend);
  const isHere = useWorkbench(({ backends }) => backends.some((each) => each.id === id));
  const isLocal = useWorkbench((state) => state.isLocal);
  const [open, setOpen] = useState<BackendDialogName>();
  const opener = (dialog: BackendDialogName, label: string, title: string) => (
    <Button size="sm" title={title} onClick={() => setOpen(dialog)}>
      {label}
    </Button>
  );
  return (
    <section aria-label="Backend" className="mt-2 flex flex-wrap gap-1.5">
      {isHere && opener('connection', 'Check connection', 'Asks the backend what it can do')}
      {opener('several-backends', 'Several', 'Sends the request to several backends')}
      {opener('header-demo', 'Header', 'Shows what the billing header costs on a local server')}
      {isLocal && opener('own-server', 'Own server', 'Adds a server near this machine')}
      {open && <BackendDialog name={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
