'use client';

import { Button } from '@/components/ui/button.tsx';
import { Fold } from '@/components/ui/fold.tsx';
import { SwitchField } from '@/components/ui/switch-field.tsx';
import { useDocument, useEdit, useServices } from '@/components/workbench/workbench-context.tsx';
import { changeSettings } from '@/lib/document/edit-settings.ts';
import { AddedDirectories } from './added-directories.tsx';
import { EnvironmentText } from './environment-text.tsx';
import { localDate } from './local-date.ts';
import { OutputStyleFields } from './output-style-fields.tsx';

/** The machine and the session that the prompt describes. */
export function EnvironmentFold() {
  const { isGitRepository, autoMemory, platform, shell, today } = useDocument((document) => document.environment);
  const edit = useEdit();
  const { clock } = useServices();
  const change = (label: string, values: Parameters<typeof changeSettings<'environment'>>[2]) =>
    edit(label, (document) => changeSettings(document, 'environment', values));
  return (
    <Fold
      title="Environment"
      aside={[platform, shell, today].filter(Boolean).join(' · ')}
      open
      className="grid grid-cols-2 gap-x-2.5 gap-y-2.5"
    >
      <div className="col-span-2 flex items-start gap-2">
        <div className="grid flex-1 grid-cols-2">
          <EnvironmentText field="today" />
        </div>
        <Button
          className="mt-[21px]"
          onClick={() => change('Set the date to today', { today: localDate(new Date(clock())) })}
        >
          Today
        </Button>
      </div>
      <EnvironmentText field="workingDirectory" />
      <EnvironmentText field="home" />
      <AddedDirectories />
      <SwitchField
        className="col-span-2"
        label="Git repository"
        checked={isGitRepository}
        onCheckedChange={(isOn) => change('Change git repository', { isGitRepository: isOn })}
      />
      <EnvironmentText field="platform" />
      <EnvironmentText field="shell" />
      <EnvironmentText field="osVersion" />
      <EnvironmentText field="knowledgeCutoff" />
      <EnvironmentText field="language" />
      <EnvironmentText field="tokenBudget" />
      <OutputStyleFields />
      <EnvironmentText field="scratchpadDirectory" />
      <SwitchField
        className="col-span-2"
        label="Auto memory"
        checked={autoMemory}
        onCheckedChange={(isOn) => change(`Switch auto memory ${isOn ? 'on' : 'off'}`, { autoMemory: isOn })}
      />
      <EnvironmentText field="memoryDirectory" />
      <EnvironmentText field="teamMemoryDirectory" />
      <EnvironmentText field="modelOverride" />
    </Fold>
  );
}
