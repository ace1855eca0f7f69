'use client';

import { TextArea } from '@/components/ui/text-area.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { type PlacedText, useText } from './use-subject.ts';

const SEVERAL_LINES = new Set(['text:git-status:status', 'text:git-status:log']);

const HINTS: Readonly<Record<string, string>> = {
  'text:git-status:status': 'As by git status --short; cut at 2,000 characters. Empty reads as (clean).',
  'text:git-status:log': 'As by git log --oneline -5; the first five lines are sent.',
};

/** A fact of a line or a few: no editor, just a field. */
export function PlainField({ selection, place: { key, name }, onText }: PlacedText) {
  const text = useText(selection, key);
  const hint = HINTS[key];
  return SEVERAL_LINES.has(key) ? (
    <TextArea label={name} hint={hint} value={text} onValueChange={onText} mono rows={3} spellCheck={false} />
  ) : (
    <TextField label={name} hint={hint} value={text} onValueChange={onText} mono spellCheck={false} />
  );
}
