'use client';

import { AddedDirectories } from '@/components/compose/context/added-directories.tsx';
import { EnvironmentText } from '@/components/compose/context/environment-text.tsx';
import { Fold } from '@/components/ui/fold.tsx';
import { LinesField } from '@/components/ui/lines-field.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeSettings } from '@/lib/document/edit-settings.ts';
import { placeFault } from '@/lib/document/field-faults.ts';

const LISTS = [
  ['filesInPlay', 'Files in play', 'One a line; a rule with paths: is loaded when it names one of them'],
  ['approvedExternalIncludes', 'Approved includes', 'One a line; files or directories outside the working directory'],
] as const;

/** Where discovery looks, and what decides on conditional rules and on includes from outside. */
export function MemoryPlaces() {
  const workingDirectory = useDocument((document) => document.environment.workingDirectory);
  const sources = useDocument((document) => document.memorySources);
  const edit = useEdit();
  return (
    <Fold title="Directories" aside={workingDirectory} open className="grid grid-cols-2 gap-2.5">
      <EnvironmentText field="workingDirectory" />
      <EnvironmentText field="home" />
      <AddedDirectories />
      <EnvironmentText field="memoryDirectory" />
      {LISTS.map(([field, label, hint]) => (
        <LinesField
          key={field}
          className="col-span-2"
          label={label}
          hint={hint}
          mono
          spellCheck={false}
          lines={sources[field]}
          check={placeFault}
          onLinesChange={(lines) =>
            edit(
              `Change ${label.toLowerCase()}`,
              (document) => changeSettings(document, 'memorySources', { [field]: lines }),
              `memorySources:${field}`,
            )
          }
        />
      ))}
    </Fold>
  );
}
