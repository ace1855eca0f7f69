'use client';

import { Button } from '@/components/ui/button.tsx';
import { Fold } from '@/components/ui/fold.tsx';
import { SwitchField } from '@/components/ui/switch-field.tsx';
import { useAnalysis, useDocument, useEdit, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { changeSettings, switchAutomatic } from '@/lib/document/edit-settings.ts';
import { backendKind } from '@/lib/store/chosen-backend.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';
import { describeMarks, handMarks, scopeHint } from './describe-marks.ts';

const SWITCHES = [
  ['enabled', 'Caching', 'Off: no block carries a mark. Servers that cache by themselves still do.'],
  ['markDynamic', 'Mark the dynamic block', 'A breakpoint behind the system prompt, for this session.'],
  ['markLastUserBlock', 'Rolling mark', 'A breakpoint on the last user block: each turn reads the ones before it.'],
  ['sendScope', 'Send scope', undefined],
] as const;

/** Where the rules place cache breakpoints. */
export function CacheFold() {
  const cache = useDocument((document) => document.cache);
  const marks = useAnalysis((analysis) => analysis.marks);
  const kind = useWorkbench((state) => backendKind(state, currentDocument(state).backend));
  const edit = useEdit();
  const byHand = handMarks(cache);
  return (
    <Fold title="Cache" aside={marks && describeMarks(marks)} open className="flex flex-col gap-2">
      {SWITCHES.map(([field, label, hint]) => (
        <SwitchField
          key={field}
          label={label}
          hint={hint ?? scopeHint(kind)}
          checked={cache[field]}
          disabled={field !== 'enabled' && !cache.enabled}
          onCheckedChange={(isOn) =>
            edit(`Switch ${label.toLowerCase()} ${isOn ? 'on' : 'off'}`, (document) =>
              changeSettings(document, 'cache', { [field]: isOn }),
            )
          }
        />
      ))}
      <SwitchField
        label="Automatic caching"
        hint="A cache_control on the request itself: the provider marks the last block it can. It takes one of the four marks."
        checked={cache.automatic ?? false}
        disabled={!cache.enabled}
        onCheckedChange={(isOn) =>
          edit(`Switch automatic caching ${isOn ? 'on' : 'off'}`, (document) => switchAutomatic(document, isOn))
        }
      />
      {byHand !== undefined && (
        <p className="flex items-center justify-between gap-2 text-xs text-ink-2">
          {byHand}
          <Button
            size="sm"
            onClick={() =>
              edit('Take back marks set by hand', (document) => changeSettings(document, 'cache', { marks: {} }))
            }
          >
            Take back
          </Button>
        </p>
      )}
    </Fold>
  );
}
