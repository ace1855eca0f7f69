'use client';

import { useState } from 'react';

const kept = new Map<string, string>();

/** A text that outlives the dialog it is typed in, for as long as the page lives: one that is closed by mistake loses nothing. */
export function useKeptText(name: string): [text: string, onTextChange: (text: string) => void] {
  const [text, setText] = useState(() => kept.get(name) ?? '');
  return [
    text,
    (next) => {
      kept.set(name, next);
      setText(next);
    },
  ];
}
