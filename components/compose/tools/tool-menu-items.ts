import type { MenuItem } from '@/components/ui/menu-item.ts';
import type { Tool } from '@/lib/prompt/tool.ts';
import type { ToolActions } from './tool-actions.ts';

type Place = { isFirst: boolean; isLast: boolean };

/** What a tool's menu offers; the checked ones are what the tool asks for, where a flag lets it. */
export function toolMenuItems(tool: Tool, place: Place, actions: ToolActions, onRename: () => void): MenuItem[] {
  const { id, name, deferrable = false, strict = false, server } = tool;
  return [
    { id: 'rename', label: 'Rename', shortcut: 'F2', onSelect: onRename },
    { id: 'copy', label: 'Duplicate', icon: 'copy', onSelect: () => actions.duplicate(tool) },
    {
      id: 'up',
      label: 'Move up',
      shortcut: 'Alt+↑',
      separated: true,
      disabled: place.isFirst,
      onSelect: () => actions.step(tool, -1),
    },
    {
      id: 'down',
      label: 'Move down',
      shortcut: 'Alt+↓',
      disabled: place.isLast,
      onSelect: () => actions.step(tool, 1),
    },
    {
      id: 'sort',
      label: 'Sort by name',
      disabled: place.isFirst && place.isLast,
      onSelect: () => actions.sort(server, server ?? 'Built-in'),
    },
    {
      id: 'deferrable',
      label: deferrable ? 'Not deferrable' : 'Deferrable: may load on demand',
      separated: true,
      onSelect: () =>
        actions.change(`Make ${name} ${deferrable ? 'not ' : ''}deferrable`, id, { deferrable: !deferrable }),
    },
    {
      id: 'strict',
      label: strict ? 'Not strict' : 'Strict: asks for exact arguments',
      onSelect: () => actions.change(`Make ${name} ${strict ? 'not ' : ''}strict`, id, { strict: !strict }),
    },
    { id: 'delete', label: 'Delete', icon: 'trash', separated: true, onSelect: () => actions.remove(tool) },
  ];
}
