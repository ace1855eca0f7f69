'use client';

import { Command } from 'cmdk';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Kbd } from '@/components/ui/kbd.tsx';
import { commandScore } from './command-filter.ts';
import { commandGroups } from './commands.ts';
import type { DialogName } from './dialog-name.ts';
import { useServices } from './workbench-context.tsx';

type CommandPaletteProps = { onClose: () => void; onOpen: (dialog: DialogName) => void };

/** Everything that can be done, and every part that can be opened, by name. */
export function CommandPalette({ onClose, onOpen }: CommandPaletteProps) {
  const services = useServices();
  const groups = commandGroups(services, onOpen);
  return (
    <Dialog open onOpenChange={onClose} title="Commands" hideTitle size="md">
      <Command label="Commands" loop filter={commandScore} className="flex max-h-[60dvh] flex-col">
        <Command.Input
          placeholder="Type a command or the name of a part"
          className="h-11 w-full shrink-0 border-b border-line bg-transparent px-4 outline-none"
        />
        <Command.List className="min-h-0 flex-1 overflow-y-auto p-1.5">
          <Command.Empty className="px-2.5 py-4 text-ink-2">Nothing has this name.</Command.Empty>
          {groups.map(({ title, commands }) => (
            <Command.Group
              key={title}
              heading={title}
              className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3"
            >
              {commands.map(({ id, label, shortcut, run }) => (
                <Command.Item
                  key={id}
                  value={`${label} ${id}`}
                  onSelect={() => {
                    onClose();
                    run();
                  }}
                  className="flex h-8 items-center justify-between gap-3 rounded-md px-2.5 data-[selected=true]:bg-sunken"
                >
                  <span className="truncate">{label}</span>
                  {shortcut && <Kbd>{shortcut}</Kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
