import type { Document } from '@/lib/document/document.ts';
import {
  addSection,
  changeSection,
  copySection,
  crossBoundary,
  removeSection,
  resetSection,
  resetSections,
  setSectionKind,
  setSectionReminder,
} from '@/lib/document/edit-sections.ts';
import { findPreset, type PresetList } from '@/lib/document/preset.ts';
import type { SectionKind } from '@/lib/prompt/section.ts';
import { currentDocument, type WorkbenchStore } from '@/lib/store/workbench-store.ts';
import { describeMove } from './describe-move.ts';
import { freshTitle } from './fresh-title.ts';
import { sectionList } from './section-list.ts';
import { moveVisibleRow, sectionRowKey, type VisibleRow, visibleRows } from './visible-rows.ts';

/** What can be done to sections, each one step of the history, each said to people who do not see it. */
export interface SectionActions {
  readonly select: (id: string) => void;
  readonly setEnabled: (id: string, isEnabled: boolean) => void;
  readonly rename: (id: string, title: string) => void;
  /** Moves a row to the place of another one; returns what to say, and says nothing itself. */
  readonly move: (fromKey: string, toKey: string) => string;
  /** Moves a row one place up (-1) or down (1). */
  readonly step: (key: string, by: -1 | 1) => void;
  readonly cross: (id: string) => void;
  /** A volatile section carries its reason. */
  readonly setKind: (id: string, kind: SectionKind, reason?: string) => void;
  /** In the layout of newer clients: a reminder of its own, or one of the session's parts. */
  readonly setReminder: (id: string, isOn: boolean) => void;
  readonly add: () => void;
  readonly duplicate: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly reset: (id: string) => void;
  readonly resetAll: () => void;
  /** The rows that can be moved, as they stand. */
  readonly rows: () => VisibleRow[];
}

export interface ActionDependencies {
  readonly store: WorkbenchStore;
  readonly presets: PresetList;
  readonly newId: () => string;
  /** Says a sentence through the live region. */
  readonly say: (words: string) => void;
  /** Brings a row into view once it is drawn, and puts the focus on it unless it is in that row already. */
  readonly focusRow: (key: string) => void;
}

export function sectionActions({ store, presets, newId, say, focusRow }: ActionDependencies): SectionActions {
  const document = () => currentDocument(store.getState());
  const titleOf = (id: string) => document().sections.find((each) => each.id === id)?.title ?? 'Section';
  const preset = () => findPreset(presets, document().preset);
  const rows = () => visibleRows(document(), sectionList(document(), undefined, undefined));
  const edit = (label: string, change: (document: Document) => Document) => store.getState().edit(label, change);
  const open = (id: string) => {
    store.getState().select({ type: 'section', id });
    focusRow(sectionRowKey(id));
  };

  const move = (fromKey: string, toKey: string): string => {
    const before = rows();
    const [from, to] = [fromKey, toKey].map((key) => before.findIndex((row) => row.key === key)) as [number, number];
    const row = before[from];
    edit(`Move ${row?.id === undefined ? 'cache boundary' : row.title}`, (current) =>
      moveVisibleRow(current, before, from, to),
    );
    return describeMove(before, from, to);
  };

  return {
    rows,
    move,
    select: (id) => store.getState().select({ type: 'section', id }),
    setEnabled: (id, isEnabled) =>
      edit(`Switch ${titleOf(id)} ${isEnabled ? 'on' : 'off'}`, (current) =>
        changeSection(current, id, { enabled: isEnabled }),
      ),
    rename: (id, title) => {
      const next = title.trim();
      if (next !== '' && next !== titleOf(id))
        edit(`Rename ${titleOf(id)}`, (current) => changeSection(current, id, { title: next }));
      focusRow(sectionRowKey(id));
    },
    step: (key, by) => {
      const before = rows();
      const from = before.findIndex((row) => row.key === key);
      const neighbour = before[from + by];
      if (from === -1) return;
      say(neighbour ? move(key, neighbour.key) : `${before[from]?.title} is ${by < 0 ? 'first' : 'last'} already.`);
      focusRow(key);
    },
    cross: (id) => {
      edit(`Move ${titleOf(id)}`, (current) => crossBoundary(current, id));
      const { sections, boundary } = document();
      const isStatic = sections.findIndex((each) => each.id === id) < boundary;
      say(`${titleOf(id)} moved across the cache boundary to the ${isStatic ? 'static' : 'dynamic'} region.`);
      focusRow(sectionRowKey(id));
    },
    setKind: (id, kind, reason = '') => {
      edit(`Make ${titleOf(id)} ${kind}`, (current) => setSectionKind(current, id, kind, reason));
      say(`${titleOf(id)} is ${kind}.`);
    },
    setReminder: (id, isOn) => {
      const words = isOn ? 'a reminder of its own' : 'part of the session context';
      edit(`Make ${titleOf(id)} ${words}`, (current) => setSectionReminder(current, id, isOn));
      say(`${titleOf(id)} is ${words}.`);
    },
    add: () => {
      const id = newId();
      const { selection } = store.getState();
      const title = freshTitle(document().sections.map((section) => section.title));
      const section = { id, title, text: '', kind: 'memoised', enabled: true, gates: [] } as const;
      edit('Add section', (current) =>
        addSection(current, section, selection.type === 'section' ? selection.id : undefined),
      );
      open(id);
    },
    duplicate: (id) => {
      const copyId = newId();
      edit(`Duplicate ${titleOf(id)}`, (current) => copySection(current, id, copyId));
      open(copyId);
    },
    remove: (id) => {
      const title = titleOf(id);
      const before = rows();
      const at = before.findIndex((row) => row.id === id);
      const next = before[at + 1] ?? before[at - 1];
      const { selection } = store.getState();
      edit(`Delete ${title}`, (current) => removeSection(current, id));
      if (next?.id && selection.type === 'section' && selection.id === id) open(next.id);
      else if (next) focusRow(next.key);
      say(`${title} deleted. Undo brings it back.`);
    },
    reset: (id) => {
      const original = preset();
      if (original) edit(`Reset ${titleOf(id)}`, (current) => resetSection(current, original, id));
      say(`${titleOf(id)} is as in the preset.`);
    },
    resetAll: () => {
      const original = preset();
      if (original) edit('Reset all sections', (current) => resetSections(current, original));
      say('All sections are as in the preset. Undo brings yours back.');
    },
  };
}
