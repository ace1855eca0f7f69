'use client';

import type { ComponentProps } from 'react';
import { TextField } from './text-field.tsx';
import { useDraft } from './use-draft.ts';

type CheckedFieldProps = Omit<ComponentProps<typeof TextField>, 'error'> & {
  /** What is wrong with a text, in a sentence; `undefined` when it may be passed on. */
  check: (text: string) => string | undefined;
};

/** One line of text that is passed on only while it is right; a wrong one stays in the field, with what is wrong. */
export function CheckedField({ value, check, onValueChange, ...rest }: CheckedFieldProps) {
  const { text, error, onTextChange } = useDraft({ value, check, onChange: onValueChange });
  return <TextField {...rest} value={text} error={error} onValueChange={onTextChange} />;
}
