import type { MenuItem } from '@/components/ui/menu-item.ts';
import type { ToolGroup } from '@/lib/store/analysis/tool-groups.ts';
import type { ToolActions } from './tool-actions.ts';

/** What the menu of a group of tools offers. */
export function groupMenuItems(group: ToolGroup, actions: ToolActions, onAdd: () => void): MenuItem[] {
  const { id, title, server, rows } = group;
  const ofServer: MenuItem[] = server
    ? [
        {
          id: 'delete',
          label: 'Delete server and tools',
          icon: 'trash',
          separated: true,
          onSelect: () => actions.removeServer(server.id, server.name),
        },
      ]
    : [];
  return [
    { id: 'add', label: 'Add tool', icon: 'plus', onSelect: onAdd },
    { id: 'sort', label: 'Sort by name', disabled: rows.length < 2, onSelect: () => actions.sort(id, title) },
    ...ofServer,
  ];
}
