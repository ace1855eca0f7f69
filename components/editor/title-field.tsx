'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { titleToSave } from './subject-edits.ts';

const LOOK = 'text-lg font-semibold tracking-[-0.015em]';

/** A title that can be renamed in its place: Enter or leaving keeps what was typed, Escape does not. */
export function TitleField({ title, onRename }: { title: string; onRename: (title: string) => void }) {
  const [typed, setTyped] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const close = (keep: boolean) => {
    const next = titleToSave(typed ?? '');
    if (keep && next !== undefined && next !== title) onRename(next);
    setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    close(event.key === 'Enter');
    requestAnimationFrame(() => button.current?.focus());
  };
  if (typed === undefined)
    return (
      <h2 className="min-w-0">
        <button
          ref={button}
          type="button"
          title="Rename"
          onClick={() => setTyped(title)}
          className={`-mx-1 cursor-text rounded-sm px-1 text-left wrap-anywhere hover:bg-sunken ${LOOK}`}
        >
          {title}
        </button>
      </h2>
    );
  return (
    <input
      ref={(input) => input?.select()}
      data-draft
      aria-label="Section title"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => close(true)}
      className={`-mx-1 field-sizing-content max-w-full min-w-40 rounded-sm border-b border-control bg-transparent px-1 outline-none ${LOOK}`}
    />
  );
}
