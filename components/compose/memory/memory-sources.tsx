'use client';

import { Fold } from '@/components/ui/fold.tsx';
import { SwitchField } from '@/components/ui/switch-field.tsx';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeSettings } from '@/lib/document/edit-settings.ts';

const SETTINGS = [
  ['userSettings', 'User settings', '~/.claude/CLAUDE.md'],
  [
    'projectSettings',
    'Project settings',
    'CLAUDE.md, .claude/CLAUDE.md and .claude/rules/*.md, from the root down to the working directory',
  ],
  ['localSettings', 'Local settings', 'CLAUDE.local.md in the same directories'],
] as const;

/** Which kinds of memory file are read. Managed files always are. */
export function MemorySources() {
  const sources = useDocument((document) => document.memorySources);
  const autoMemory = useDocument((document) => document.environment.autoMemory);
  const edit = useEdit();
  return (
    <Fold title="Sources" aside="managed files are always read" open className="flex flex-col gap-2">
      {SETTINGS.map(([field, label, hint]) => (
        <SwitchField
          key={field}
          label={label}
          hint={hint}
          checked={sources[field]}
          onCheckedChange={(isOn) =>
            edit(`Switch ${label.toLowerCase()} ${isOn ? 'on' : 'off'}`, (document) =>
              changeSettings(document, 'memorySources', { [field]: isOn }),
            )
          }
        />
      ))}
      <SwitchField
        label="Auto memory"
        hint="MEMORY.md of the memory directory, and the section that explains it"
        checked={autoMemory}
        onCheckedChange={(isOn) =>
          edit(`Switch auto memory ${isOn ? 'on' : 'off'}`, (document) =>
            changeSettings(document, 'environment', { autoMemory: isOn }),
          )
        }
      />
    </Fold>
  );
}
