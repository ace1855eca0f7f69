'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { BackendDialog, type BackendDialogName } from './backend-dialog.tsx';

/** The chosen backend by name, and what can be asked of it. */
export function BackendBar() {
  const id = useDocument((document) => document.backend);
  const name = useWorkbench(({ backends }) => backends.find((each) => each.id === id)?.name);
  const isLocal = useWorkbench((state) => state.isLocal);
  const [open, setOpen] = useState<BackendDialogName>();
  const opener = (dialog: BackendDialogName, label: string, title: string) => (
    <Button size="sm" variant="quiet" title={title} onClick={() => setOpen(dialog)}>
      {label}
    </Button>
  );
  return (
    <section aria-label="Backend" className="mt-2 flex flex-wrap items-center gap-x-0.5 gap-y-1 text-sm">
      <span className="min-w-0 flex-1 truncate text-ink-2">{name ?? `${id} is not here`}</span>
      {name && opener('connection', 'Check connection', 'Asks the backend what it can do')}
      {opener('several-backends', 'Several', 'Sends the request to several backends')}
      {opener('header-demo', 'Header', 'Shows what the billing header costs on a local server')}
      {isLocal && opener('own-server', 'Own server', 'Adds a server near this machine')}
      {open && <BackendDialog name={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
