'use client';

import { Dialog } from '@/components/ui/dialog.tsx';
import { Kbd } from '@/components/ui/kbd.tsx';
import { shortcutLabel } from './shortcuts.ts';

const shortcuts = () => [
  ['Send the request', shortcutLabel('↵')],
  ['Commands', shortcutLabel('K')],
  ['Undo', shortcutLabel('Z')],
  ['Redo', shortcutLabel('⇧Z')],
  ['Move a section or the boundary up or down', 'Alt+↑ Alt+↓'],
  ['Lift and drop a section, on its handle', 'Space'],
  ['Rename a section or a tool, rename or move a memory file', 'F2'],
  ['Walk along the ribbon, open a part', '← → ↵'],
  ['Move the boundary on the ribbon, when it has focus', '← →'],
  ['Change a pane’s width, on the line between panes', '← →'],
  ['This list', '?'],
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts">
      <dl className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-2">
        {shortcuts().map(([what, keys = '']) => (
          <div key={what} className="contents">
            <dt>{what}</dt>
            <dd className="text-right">
              <Kbd>{keys}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
