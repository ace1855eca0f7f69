'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeTool } from '@/lib/document/edit-lists.ts';
import { type PlacedText, useText } from './use-subject.ts';

const SchemaForm = latePart(async () => (await import('@/components/editor/schema/schema-form.tsx')).SchemaForm, {
  waiting: <p className="px-3.5 text-ink-3 @md:px-5">Loading …</p>,
});

const NONE: readonly string[] = [];

type SchemaTextProps = PlacedText & {
  toolId: string;
  heading: string;
  /** Stands beside the choice while the JSON is shown. */
  aside: ReactNode;
  children: ReactNode;
};

/** A tool's schema by form or as JSON, which are the same text. */
export function SchemaText({ toolId, heading, aside, children, ...placed }: SchemaTextProps) {
  const [isForm, setForm] = useState(false);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 pb-1.5 @md:px-5">
        <h3 className="flex-1 text-sm text-ink-3">{heading}</h3>
        {!isForm && aside}
        <fieldset aria-label="Edit the schema" className="flex gap-1">
          <Button size="sm" aria-pressed={isForm} onClick={() => setForm(true)}>
            Form
          </Button>
          <Button size="sm" aria-pressed={!isForm} onClick={() => setForm(false)}>
            JSON
          </Button>
        </fieldset>
      </div>
      {isForm ? <FormOf {...placed} toolId={toolId} /> : children}
    </>
  );
}

function FormOf({ toolId, selection, place, onText }: PlacedText & { toolId: string }) {
  const text = useText(selection, place.key);
  const swarmFields = useDocument(({ tools }) => tools.find(({ id }) => id === toolId)?.swarmFields ?? NONE);
  const edit = useEdit();
  return (
    <SchemaForm
      text={text}
      onText={onText}
      swarmFields={swarmFields}
      onSwarmFields={(names) =>
        edit('Change swarm fields', (document) => changeTool(document, toolId, { swarmFields: names }))
      }
    />
  );
}
