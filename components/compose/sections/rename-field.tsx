'use client';

import { useRef } from 'react';

/** The title of a section while it is renamed: Enter and leaving the field keep it, Escape does not. */
export function RenameField({ title, onDone }: { title: string; onDone: (title: string | undefined) => void }) {
  const isDone = useRef(false);
  const finish = (next: string | undefined) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(next);
  };
  return (
    <input
      ref={(field) => field?.select()}
      data-draft
      type="text"
      aria-label={`New title of ${title}`}
      defaultValue={title}
      maxLength={500}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(undefined);
      }}
      className="-ml-1 h-6 min-w-0 flex-1 rounded border border-control bg-panel px-1"
    />
  );
}
