'use client';

import { useState } from 'react';
import { drafts } from './kept-draft.ts';

/**
 * A text that outlives the dialog it is typed in: one that is closed by mistake loses nothing. Over a reload it is there again where it
 * `mayBeStored`.
 */
export function useKeptText(
  name: string,
  mayBeStored: (text: string) => boolean,
): [text: string, onTextChange: (text: string) => void] {
  const [text, setText] = useState(() => drafts.read(name)?.text ?? '');
  return [
    text,
    (next) => {
      drafts.keep(name, next === '' ? undefined : { text: next, over: '' }, mayBeStored(next));
      setText(next);
    },
  ];
}
