'use client';

import { Badge } from '@/components/ui/badge.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { useDocument, useServices, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Preset } from '@/lib/document/preset.ts';
import { describePreset } from './describe-preset.ts';

/** Every preset with what it is good for; opening one is a step that undo takes back. */
export function PresetGallery({ onClose }: { onClose: () => void }) {
  const { presets } = useServices();
  const current = useDocument(({ preset }) => preset.id);
  const open = useWorkbench((state) => state.open);
  const choose = ({ title, document }: Preset) => {
    open(document, `Open preset ${title}`);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="lg"
      title="Presets"
      description="A document to start from. Opening one takes the place of your work; undo brings that back."
    >
      <ul aria-label="Presets" className="grid grid-cols-[minmax(0,1fr)] gap-x-6 sm:grid-cols-2">
        {presets.map((preset) => (
          <li key={preset.document.preset.id} className="flex min-w-0 flex-col gap-1.5 border-t border-line py-3">
            <div className="flex min-h-7 flex-wrap items-center gap-x-2">
              <h3 className="flex-1 font-semibold">{preset.title}</h3>
              {preset.document.preset.id === current && <Badge>open</Badge>}
              <Button size="sm" aria-label={`Open ${preset.title}`} onClick={() => choose(preset)}>
                Open
              </Button>
            </div>
            <p className="text-ink-2">{preset.description}</p>
            <ul
              aria-label={`What ${preset.title} is made of`}
              className="flex flex-wrap gap-x-1.5 text-xs text-ink-3 [&>li:not(:last-child)]:after:ml-1.5 [&>li:not(:last-child)]:after:content-['·']"
            >
              {describePreset(preset).map((fact) => (
                <li key={fact} className="whitespace-nowrap">
                  {fact}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
