'use client';

import { TextField } from '@/components/ui/text-field.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';

/** The visitor's own key, for a backend that asks for one; it stays in this tab's memory. */
export function KeyField() {
  const id = useDocument((document) => document.backend);
  const backend = useWorkbench(({ backends }) => backends.find((each) => each.id === id));
  const key = useWorkbench(({ visitorKeys }) => visitorKeys[id] ?? '');
  const setVisitorKey = useWorkbench((state) => state.setVisitorKey);
  if (backend?.key !== 'visitor') return null;
  return (
    <TextField
      className="mt-2"
      label={`Your ${backend.name} API key`}
      hint="Kept in this tab's memory only, and sent through this server to the provider. A reload forgets it."
      type="password"
      autoComplete="off"
      spellCheck={false}
      mono
      value={key}
      onValueChange={(value) => setVisitorKey(id, value.trim())}
    />
  );
}
