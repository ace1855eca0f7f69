import type { MenuItem } from '@/components/ui/menu-item.ts';
import type { SectionActions } from './section-actions.ts';
import type { SectionItem } from './section-list.ts';
import { sectionRowKey } from './visible-rows.ts';

type Subject = Pick<SectionItem, 'id' | 'region' | 'reason' | 'reminder' | 'gate' | 'canReset'>;

/** What an item of the menu must ask for first. */
export interface SectionQuestions {
  readonly title: () => void;
  readonly reason: () => void;
}

/** The menu of one section. A gated one has no place among the rows that are drawn, so it cannot step up or down. */
export function sectionMenuItems(item: Subject, actions: SectionActions, ask: SectionQuestions): MenuItem[] {
  const { id, region, reason, reminder, gate, canReset } = item;
  const other = region === 'static' ? 'dynamic' : 'static';
  const kind: MenuItem =
    reason === undefined
      ? { id: 'kind', label: 'Make volatile …', onSelect: ask.reason }
      : { id: 'kind', label: 'Make memoised', onSelect: () => actions.setKind(id, 'memoised') };
  const placing: MenuItem = {
    id: 'reminder',
    label: reminder ? 'Send with the session context' : 'Send as a reminder of its own',
    onSelect: () => actions.setReminder(id, !reminder),
  };
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
    { id: 'rename', label: 'Rename', shortcut: 'F2', onSelect: ask.title },
    { id: 'duplicate', label: 'Duplicate', icon: 'copy', onSelect: () => actions.duplicate(id) },
    ...(gate === undefined ? steps : []),
    { id: 'cross', label: `Move to ${other} region`, onSelect: () => actions.cross(id) },
    { ...kind, separated: true },
    ...(reminder === undefined ? [] : [placing]),
    { id: 'reset', label: 'Reset to preset', icon: 'undo', disabled: !canReset, onSelect: () => actions.reset(id) },
    { id: 'delete', label: 'Delete', icon: 'trash', separated: true, onSelect: () => actions.remove(id) },
  ];
}
