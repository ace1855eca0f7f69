'use client';

import { useRef, useState } from 'react';
import { RenameField } from '@/components/ui/rename-field.tsx';

const LOOK = 'text-lg font-semibold tracking-[-0.015em]';

/** A title that can be renamed in its place. */
export function TitleField({ title, onRename }: { title: string; onRename: (title: string) => void }) {
  const [isRenaming, setRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const finish = (typed: string | undefined, isByKey: boolean) => {
    const next = typed?.trim();
    if (next && next !== title) onRename(next);
    setRenaming(false);
    if (isByKey) requestAnimationFrame(() => button.current?.focus());
  };
  if (isRenaming)
    return (
      <RenameField
        label="Section title"
        title={title}
        onDone={finish}
        className={`-mx-1 field-sizing-content max-w-full min-w-40 rounded-sm border-b border-control bg-transparent px-1 outline-none ${LOOK}`}
      />
    );
  return (
    <h2 className="min-w-0">
      <button
        ref={button}
        type="button"
        title="Rename"
        onClick={() => setRenaming(true)}
        className={`-mx-1 cursor-text rounded-sm px-1 text-left wrap-anywhere hover:bg-sunken ${LOOK}`}
      >
        {title}
      </button>
    </h2>
  );
}
