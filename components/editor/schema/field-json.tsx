'use client';

import { TextArea } from '@/components/ui/text-area.tsx';
import { useDraft } from '@/components/ui/use-draft.ts';
import { replaceField } from '@/lib/document/edit-schema.ts';
import type { SchemaField } from '@/lib/document/schema-fields.ts';
import { isFields } from '@/lib/json-value.ts';
import type { SchemaChange } from './schema-change.ts';

type FieldJsonProps = { field: SchemaField; change: SchemaChange };

/** A field's own schema as JSON; a text that is none stays in the box until it is. */
export function FieldJson({ field: { path, json, name }, change }: FieldJsonProps) {
  const fault = (typed: string) => {
    try {
      const value: unknown = JSON.parse(typed);
      return typeof value === 'boolean' || isFields(value) ? undefined : 'A schema is an object, true or false.';
    } catch (error) {
      return `Not JSON yet: ${(error as Error).message}.`;
    }
  };
  const { text, error, onTextChange } = useDraft({
    value: json,
    check: fault,
    settle: (typed) => JSON.stringify(JSON.parse(typed), null, 2),
    onChange: (typed) => change((whole) => replaceField(whole, path, typed) ?? whole),
  });
  return <TextArea label={`Schema of ${name}`} mono rows={3} value={text} error={error} onValueChange={onTextChange} />;
}
