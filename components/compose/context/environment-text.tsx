'use client';

import { CheckedField } from '@/components/ui/checked-field.tsx';
import { TextArea } from '@/components/ui/text-area.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeSettings } from '@/lib/document/edit-settings.ts';
import { ENVIRONMENT_FIELDS, type TextField } from './environment-fields.ts';

const anything = () => undefined;

/** One text of the environment. */
export function EnvironmentText({ field }: { field: TextField }) {
  const { label, hint, mono = false, isShort, isLong, check = anything } = ENVIRONMENT_FIELDS[field];
  const value = useDocument((document) => document.environment[field]);
  const edit = useEdit();
  const shared = {
    label,
    hint,
    mono,
    value,
    className: isShort ? '' : 'col-span-2',
    onValueChange: (text: string) =>
      edit(
        `Change ${label.toLowerCase()}`,
        (document) => changeSettings(document, 'environment', { [field]: text }),
        `environment:${field}`,
      ),
  };
  return isLong ? (
    <TextArea {...shared} rows={2} />
  ) : (
    <CheckedField {...shared} check={check} spellCheck={false} autoComplete="off" />
  );
}
