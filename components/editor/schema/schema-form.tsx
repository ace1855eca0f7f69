'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { addField } from '@/lib/document/edit-schema.ts';
import { type SchemaField, schemaFields } from '@/lib/document/schema-fields.ts';
import { FieldRow } from './field-row.tsx';
import type { SchemaChange, SwarmFields } from './schema-change.ts';

type SchemaFormProps = {
  text: string;
  onText: (text: string) => void;
  swarmFields: readonly string[];
  onSwarmFields: (names: readonly string[]) => void;
};

/** The properties of an input schema as fields; they and the JSON are the same text. */
export function SchemaForm({ text, onText, swarmFields, onSwarmFields }: SchemaFormProps) {
  const fields = useMemo(() => schemaFields(text), [text]);
  const change: SchemaChange = (apply) => {
    const next = apply(text);
    if (next !== text) onText(next);
  };
  if (!fields.ok)
    return (
      <Notice tone="error" className="mx-3.5 @md:mx-5">
        {fields.failure.message} {fields.failure.fix}
      </Notice>
    );
  const swarm = {
    names: swarmFields,
    set: (name: string, isOn: boolean) =>
      onSwarmFields(isOn ? [...swarmFields, name] : swarmFields.filter((each) => each !== name)),
    rename: (from: string, to: string) => onSwarmFields(swarmFields.map((each) => (each === from ? to : each))),
  };
  return (
    <div className="px-3.5 pb-3 @md:px-5">
      {fields.value.length === 0 && <p className="pb-2 text-ink-2">It takes no input. Add the first field.</p>}
      <FieldRows fields={fields.value} change={change} swarm={swarm} />
      <AddButton label="Add field" onClick={() => change((from) => addField(from, []))} />
    </div>
  );
}

type FieldRowsProps = { fields: readonly SchemaField[]; change: SchemaChange; swarm?: SwarmFields };

/** Fields of one object, each with those inside it. A row is known by its place: its name is being typed in it. */
function FieldRows({ fields, change, swarm }: FieldRowsProps) {
  const names = fields.map(({ name }) => name);
  return (
    <ul aria-label="Fields" className="flex flex-col gap-3">
      {fields.map((field, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is typed, its place does not
        <li key={index} className="border-l-2 border-line pl-3">
          <FieldRow
            field={field}
            others={names.filter((name) => name !== field.name)}
            change={change}
            place={{ isFirst: index === 0, isLast: index === fields.length - 1 }}
            swarm={swarm}
          />
          {field.children && (
            <div className="mt-2.5">
              <FieldRows fields={field.children} change={change} />
              <AddButton
                label={`Add field to ${field.name}`}
                onClick={() => change((text) => addField(text, field.childPath))}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="sm" icon="plus" className="mt-2.5" onClick={onClick}>
      {label}
    </Button>
  );
}
