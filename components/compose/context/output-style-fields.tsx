'use client';

import { SwitchField } from '@/components/ui/switch-field.tsx';
import { TextArea } from '@/components/ui/text-area.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeSettings } from '@/lib/document/edit-settings.ts';
import type { OutputStyle } from '@/lib/prompt/context.ts';

/** A style of one's own for replies; without a name there is none. */
export function OutputStyleFields() {
  const style = useDocument((document) => document.environment.outputStyle);
  const edit = useEdit();
  const change = (values: Partial<OutputStyle>, key?: string) =>
    edit(
      'Change output style',
      (document) =>
        changeSettings(document, 'environment', { outputStyle: { ...document.environment.outputStyle, ...values } }),
      key,
    );
  return (
    <>
      <TextField
        className="col-span-2"
        label="Output style"
        hint={style.name === '' ? 'Empty: no section' : undefined}
        value={style.name}
        onValueChange={(name) => change({ name }, 'environment:outputStyle:name')}
      />
      {style.name !== '' && (
        <>
          <TextArea
            className="col-span-2"
            label="Output style: instructions"
            rows={2}
            value={style.prompt}
            onValueChange={(prompt) => change({ prompt }, 'environment:outputStyle:prompt')}
          />
          <SwitchField
            className="col-span-2"
            label="Keep coding instructions"
            hint="Off: the style takes the place of Doing tasks."
            checked={style.keepCodingInstructions}
            onCheckedChange={(keepCodingInstructions) => change({ keepCodingInstructions })}
          />
        </>
      )}
    </>
  );
}
