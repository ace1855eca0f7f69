'use client';

import { LinesField } from '@/components/ui/lines-field.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeSettings } from '@/lib/document/edit-settings.ts';
import { placeFault } from '@/lib/document/field-faults.ts';

/** The directories that were added to the working directory. */
export function AddedDirectories() {
  const lines = useDocument((document) => document.environment.additionalDirectories);
  const edit = useEdit();
  return (
    <LinesField
      className="col-span-2"
      label="Added directories"
      hint="One a line; their project files are read too (--add-dir)"
      mono
      spellCheck={false}
      lines={lines}
      check={placeFault}
      onLinesChange={(additionalDirectories) =>
        edit(
          'Change added directories',
          (document) => changeSettings(document, 'environment', { additionalDirectories }),
          'environment:additionalDirectories',
        )
      }
    />
  );
}
