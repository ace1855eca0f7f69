'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Select } from '@/components/ui/select.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { useEdit, useServices } from '@/components/workbench/workbench-context.tsx';
import { isProxy } from '@/lib/backends/backend-kind.ts';
import { withBackend } from '@/lib/store/chosen-backend.ts';
import { arithmeticOptions, familyOptions, nearbyKinds, upstreamOptions } from './kind-names.ts';
import { addressFault, readServer, type ServerForm } from './read-server.ts';

const EMPTY: ServerForm = {
  name: '',
  kind: 'llamacpp',
  family: '',
  upstream: '',
  arithmetic: '',
  baseUrl: 'http://127.0.0.1:8080',
  models: '',
};

/** Adds a server near this machine to the backends, until the page is left, and chooses it. */
export function OwnServerDialog({ onClose }: { onClose: () => void }) {
  const { store } = useServices();
  const edit = useEdit();
  const [form, setForm] = useState(EMPTY);
  const [key, setKey] = useState('');
  const [isTried, setTried] = useState(false);
  const fault = addressFault(form.baseUrl);
  const set = (change: Partial<ServerForm>) => setForm((before) => ({ ...before, ...change }));
  const add = () => {
    setTried(true);
    if (fault) return;
    const { server, models } = readServer(form);
    const id = store.getState().declareServer(server, models);
    if (key !== '') store.getState().setVisitorKey(id, key);
    const added = store.getState().backends.find((each) => each.id === id);
    if (added) edit(`Choose backend ${server.name}`, (document) => withBackend(document, added));
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Own server"
      size="md"
      description="A server on this machine or in your private network. It is kept in this tab's memory; to keep it, declare it in strata.config.json. No key of the server’s goes to it."
      footer={
        <Button variant="primary" onClick={add}>
          Add and choose
        </Button>
      }
    >
      <form
        className="grid gap-3 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          className="sm:col-span-2"
          label="Base URL"
          mono
          spellCheck={false}
          value={form.baseUrl}
          error={isTried || form.baseUrl !== '' ? fault : undefined}
          onValueChange={(baseUrl) => set({ baseUrl })}
        />
        <Select
          variant="field"
          label="Kind"
          value={form.kind}
          options={nearbyKinds()}
          onValueChange={(kind) => set({ kind })}
        />
        <Select
          variant="field"
          label="Interface"
          value={form.family}
          options={familyOptions()}
          onValueChange={(family) => set({ family })}
        />
        {isProxy(form.kind) && (
          <Select
            variant="field"
            label="Server behind it"
            value={form.upstream}
            options={upstreamOptions()}
            onValueChange={(upstream) => set({ upstream })}
          />
        )}
        <Select
          variant="field"
          label="Its input figure"
          value={form.arithmetic}
          options={arithmeticOptions()}
          onValueChange={(arithmetic) => set({ arithmetic })}
          className={isProxy(form.kind) ? '' : 'sm:col-span-2'}
        />
        <TextField label="Name" hint="Left out: its host." value={form.name} onValueChange={(name) => set({ name })} />
        <TextField
          label="Models"
          hint="Separated by commas; left out, the document’s model is asked for."
          mono
          spellCheck={false}
          value={form.models}
          onValueChange={(models) => set({ models })}
        />
        <TextField
          className="sm:col-span-2"
          label="Key"
          hint="Where the server asks for one. Kept in this tab's memory only."
          type="password"
          autoComplete="off"
          spellCheck={false}
          mono
          value={key}
          onValueChange={(next) => setKey(next.trim())}
        />
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}
