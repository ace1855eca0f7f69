'use client';

import { useState } from 'react';
import { CheckedField } from '@/components/ui/checked-field.tsx';
import { LinesField } from '@/components/ui/lines-field.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import { Select, type SelectOption } from '@/components/ui/select.tsx';
import { SwitchField } from '@/components/ui/switch-field.tsx';
import { TextArea } from '@/components/ui/text-area.tsx';
import * as edit from '@/lib/document/edit-schema.ts';
import { FIELD_TYPES, type SchemaField } from '@/lib/document/schema-fields.ts';
import { FieldJson } from './field-json.tsx';
import type { SchemaChange, SwarmFields } from './schema-change.ts';

type FieldRowProps = {
  field: SchemaField;
  others: readonly string[];
  change: SchemaChange;
  place: { isFirst: boolean; isLast: boolean };
  swarm?: SwarmFields | undefined;
};

const typeOptions = (type: SchemaField['type']): SelectOption<SchemaField['type']>[] => [
  ...(type === 'raw' ? [{ value: type, label: 'other (JSON)' }] : []),
  ...FIELD_TYPES.map((value) => ({ value, label: value })),
];

/** One field: name, type, whether it must be given, what it is for, and the texts that it may have. */
export function FieldRow({ field, others, change, place, swarm }: FieldRowProps) {
  const { path, name, type, description, isRequired, options, itemType, others: rest } = field;
  const [isJson, setJson] = useState(false);
  const showsJson = isJson || type === 'raw';
  const retype = (next: SchemaField['type'], apply: typeof edit.retypeField) => {
    if (next !== 'raw') change((text) => apply(text, path, next));
  };
  const rename = (next: string) => {
    change((text) => edit.renameField(text, path, next));
    if (swarm?.names.includes(name)) swarm.rename(name, next);
  };
  return (
    <fieldset aria-label={`Field ${name}`} className="flex min-w-0 flex-col gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-end gap-2">
        <CheckedField
          label="Name"
          mono
          value={name}
          check={(typed) => edit.fieldNameFault(typed, others)}
          onValueChange={rename}
          spellCheck={false}
        />
        <Select
          variant="field"
          label="Type"
          value={type}
          options={typeOptions(type)}
          onValueChange={(value) => retype(value, edit.retypeField)}
        />
        <Menu
          label={`Actions for field ${name}`}
          size="sm"
          items={[
            {
              id: 'json',
              label: isJson ? 'Edit by form' : 'Edit as JSON',
              disabled: type === 'raw',
              onSelect: () => setJson(!isJson),
            },
            {
              id: 'up',
              label: 'Move up',
              separated: true,
              disabled: place.isFirst,
              onSelect: () => change((text) => edit.stepField(text, path, -1)),
            },
            {
              id: 'down',
              label: 'Move down',
              disabled: place.isLast,
              onSelect: () => change((text) => edit.stepField(text, path, 1)),
            },
            {
              id: 'delete',
              label: 'Delete',
              icon: 'trash',
              separated: true,
              onSelect: () => change((text) => edit.removeField(text, path)),
            },
          ]}
        />
      </div>
      {showsJson ? (
        <FieldJson field={field} change={change} />
      ) : (
        <>
          <TextArea
            label="Description"
            rows={1}
            value={description}
            onValueChange={(words) => change((text) => edit.describeField(text, path, words))}
          />
          {type === 'string' && (
            <LinesField
              label="Allowed values"
              hint="One a line; none: any text"
              mono
              lines={options}
              onLinesChange={(lines) => change((text) => edit.setOptions(text, path, lines))}
            />
          )}
          {itemType && (
            <Select
              variant="field"
              label="Items"
              value={itemType}
              options={typeOptions(itemType)}
              onValueChange={(value) => retype(value, edit.retypeItems)}
            />
          )}
          {rest !== '' && <p className="font-mono text-xs wrap-anywhere text-ink-3">{rest}</p>}
        </>
      )}
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <SwitchField
          label="Required"
          checked={isRequired}
          onCheckedChange={(isOn) => change((text) => edit.requireField(text, path, isOn))}
        />
        {swarm && (
          <SwitchField
            label="Swarm only"
            checked={swarm.names.includes(name)}
            onCheckedChange={(isOn) => swarm.set(name, isOn)}
          />
        )}
      </div>
    </fieldset>
  );
}
