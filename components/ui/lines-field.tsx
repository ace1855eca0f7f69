'use client';

import type { ComponentProps } from 'react';
import { readLines } from './read-lines.ts';
import { TextArea } from './text-area.tsx';
import { useDraft } from './use-draft.ts';

type LinesFieldProps = Omit<ComponentProps<typeof TextArea>, 'value' | 'onValueChange' | 'error'> & {
  lines: readonly string[];
  onLinesChange: (lines: string[]) => void;
  /** What is wrong with a line, in a sentence; a list with such a line is not passed on. */
  check?: (line: string) => string | undefined;
};

const fine = () => undefined;

/** A list of short texts, one a line. */
export function LinesField({ lines, onLinesChange, check = fine, ...rest }: LinesFieldProps) {
  const { text, error, onTextChange } = useDraft({
    value: lines.join('\n'),
    check: (typed) => readLines(typed).map(check).find(Boolean),
    settle: (typed) => readLines(typed).join('\n'),
    onChange: (typed) => onLinesChange(readLines(typed)),
  });
  return <TextArea rows={1} {...rest} value={text} error={error} onValueChange={onTextChange} />;
}
