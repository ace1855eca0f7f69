'use client';

import { CheckedField } from '@/components/ui/checked-field.tsx';
import { Fold } from '@/components/ui/fold.tsx';
import { LinesField } from '@/components/ui/lines-field.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeSettings } from '@/lib/document/edit-settings.ts';
import { directoryFault } from '@/lib/document/memory-path.ts';

const optionalFault = (text: string) => directoryFault(text, true);

const DIRECTORIES = [
  ['workingDirectory', 'Working directory', directoryFault],
  ['home', 'Home', directoryFault],
  ['memoryDirectory', 'Memory directory', optionalFault],
] as const;

const LISTS = [
  ['filesInPlay', 'Files in play', 'One a line. A rule with paths: is loaded once a file that it names is in play.'],
  [
    'approvedExternalIncludes',
    'Approved includes',
    'One a line: files outside the working directory, or whole directories.',
  ],
] as const;

/** Where discovery looks, and what decides on conditional rules and on includes from outside. */
export function MemoryPlaces() {
  const environment = useDocument((document) => document.environment);
  const sources = useDocument((document) => document.memorySources);
  const edit = useEdit();
  return (
    <Fold title="Directories" aside={environment.workingDirectory} open className="flex flex-col gap-2.5">
      {DIRECTORIES.map(([field, label, check]) => (
        <CheckedField
          key={field}
          label={label}
          mono
          spellCheck={false}
          value={environment[field]}
          check={check}
          onValueChange={(path) =>
            edit(
              `Change ${label.toLowerCase()}`,
              (document) => changeSettings(document, 'environment', { [field]: path }),
              `environment:${field}`,
            )
          }
        />
      ))}
      <LinesField
        label="Added directories"
        hint="One a line. Their project files are read too (--add-dir)."
        mono
        spellCheck={false}
        lines={environment.additionalDirectories}
        check={optionalFault}
        onLinesChange={(additionalDirectories) =>
          edit(
            'Change added directories',
            (document) => changeSettings(document, 'environment', { additionalDirectories }),
            'environment:additionalDirectories',
          )
        }
      />
      {LISTS.map(([field, label, hint]) => (
        <LinesField
          key={field}
          label={label}
          hint={hint}
          mono
          spellCheck={false}
          lines={sources[field]}
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
