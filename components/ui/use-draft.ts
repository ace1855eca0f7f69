'use client';

import { useState } from 'react';
import { drafts } from './kept-draft.ts';

type DraftOptions = {
  /** The value as it stands outside. */
  value: string;
  /** What is wrong with a text; `undefined` when it may be passed on. */
  check: (text: string) => string | undefined;
  /** The value that a text becomes. */
  settle?: (text: string) => string;
  onChange: (text: string) => void;
  /** Under this name a wrong text outlives the field, and a reload, in this tab. */
  keepAs?: string;
};

type Draft = { text: string; error: string | undefined; onTextChange: (text: string) => void };

/** What stands in a field: right texts are passed on while typing, wrong ones stay with their error until the value changes. */
export function useDraft({ value, check, settle = (text) => text, onChange, keepAs }: DraftOptions): Draft {
  const [draft, setDraft] = useState(() => (keepAs === undefined ? undefined : drafts.read(keepAs)));
  const text = draft?.over === value ? draft.text : value;
  return {
    text,
    error: check(text),
    onTextChange: (next) => {
      const isWrong = check(next) !== undefined;
      const settled = isWrong ? value : settle(next);
      const typed = { text: next, over: settled };
      setDraft(typed);
      if (keepAs !== undefined) drafts.keep(keepAs, isWrong ? typed : undefined);
      if (settled !== value) onChange(next);
    },
  };
}
