'use client';

import { Button } from '@/components/ui/button.tsx';
import { Fold } from '@/components/ui/fold.tsx';
import { SwitchField } from '@/components/ui/switch-field.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { describeAhead } from './describe-ahead.ts';

const MINUTE = 60_000;
const STEPS = [4, 6, 61] as const;

/** What the emulator is asked to pretend: that time has passed, and that it is a server which does not know the header. */
export function EmulatorFold() {
  const backend = useDocument((document) => document.backend);
  const isEmulator = useWorkbench(({ backends }) => backends.find(({ id }) => id === backend)?.kind === 'emulator');
  const { ahead, keepsHeader } = useWorkbench(({ emulator }) => emulator);
  const passTime = useWorkbench((state) => state.passTime);
  const setKeepsHeader = useWorkbench((state) => state.setKeepsHeader);
  if (!isEmulator) return null;
  return (
    <Fold title="Emulator" aside={describeAhead(ahead)}>
      <p className="text-sm text-ink-2">
        Entries run out by the emulator’s clock. Let time pass to see what an expiry costs; a new session sets the clock
        right again.
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {STEPS.map((minutes) => (
          <Button
            key={minutes}
            size="sm"
            aria-label={`Pass ${minutes} minutes`}
            onClick={() => passTime(minutes * MINUTE)}
          >
            +{minutes} min
          </Button>
        ))}
      </div>
      <SwitchField
        className="mt-3"
        label="Read the attribution header"
        hint="As servers do that do not know it. Off, it is dropped in front of the cache, as Anthropic does."
        checked={keepsHeader}
        onCheckedChange={setKeepsHeader}
      />
    </Fold>
  );
}
