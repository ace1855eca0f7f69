'use client';

import { type KeyboardEvent, useRef } from 'react';

type RenameFieldProps = {
  label: string;
  title: string;
  /** `undefined`: it stays as it was. `isByKey`: the focus was in the field, and has to go somewhere. */
  onDone: (title: string | undefined, isByKey: boolean) => void;
  className: string;
};

/** A title while it is renamed, all of it selected at first: Enter and leaving the field keep what was typed, Escape does not. */
export function RenameField({ label, title, onDone, className }: RenameFieldProps) {
  const isDone = useRef(false);
  const finish = (next: string | undefined, isByKey: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(next, isByKey);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    finish(event.key === 'Enter' ? event.currentTarget.value : undefined, true);
  };
  return (
    <input
      ref={selectAll}
      data-draft
      type="text"
      aria-label={label}
      defaultValue={title}
      maxLength={500}
      onBlur={(event) => finish(event.target.value, false)}
      onKeyDown={onKeyDown}
      className={className}
    />
  );
}

/** The same function at each drawing, so that it is called once: what is typed later stays. */
const selectAll = (field: HTMLInputElement | null) => field?.select();
