import type { MenuItem } from '@/components/ui/menu-item.ts';
import type { SectionActions } from './section-actions.ts';
import type { SectionItem } from './section-list.ts';
import { sectionRowKey } from './visible-rows.ts';

type Subject = Pick<SectionItem, 'id' | 'region' | 'reason' | 'gate' | 'canReset'>;

/** The menu of one section. A gated one has no place among the rows that are drawn, so it cannot step up or down. */
export function sectionMenuItems(item: Subject, actions: SectionActions, rename: () => void): MenuItem[] {
  const { id, region, reason, gate, canReset } = item;
  const other = region === 'static' ? 'dynamic' : 'static';
  const otherKind = reason === undefined ? 'volatile' : 'memoised';
  const steps: MenuItem[] = [
    {
      id: 'up',
      label: 'Move up',
      shortcut: 'Alt+↑',
      separated: true,
      onSelect: () => actions.step(sectionRowKey(id), -1),
    },
    { id: 'down', label: 'Move down', shortcut: 'Alt+↓', onSelect: () => actions.step(sectionRowKey(id), 1) },
  ];
  return [
    { id: 'rename', label: 'Rename', shortcut: 'F2', onSelect: rename },
    { id: 'duplicate', label: 'Duplicate', icon: 'copy', onSelect: () => actions.duplicate(id) },
    ...(gate === undefined ? steps : []),
    { id: 'cross', label: `Move to ${other} region`, onSelect: () => actions.cross(id) },
    { id: 'kind', label: `Make ${otherKind}`, separated: true, onSelect: () => actions.setKind(id, otherKind) },
    { id: 'reset', label: 'Reset to preset', icon: 'undo', disabled: !canReset, onSelect: () => actions.reset(id) },
    { id: 'delete', label: 'Delete', icon: 'trash', separated: true, onSelect: () => actions.remove(id) },
  ];
}
