import type { KeyboardEvent } from 'react';
import { focusNextRow, rowKeyAt } from './focus-row.ts';
import type { SectionActions } from './section-actions.ts';

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** The list's keys: up and down go from row to row; with Alt they take the row along. */
export function handleRowKey(event: KeyboardEvent<HTMLElement>, actions: Pick<SectionActions, 'step'>): void {
  const by = STEPS[event.key];
  if (!by || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
  if (event.target instanceof HTMLInputElement) return;
  const key = rowKeyAt(event.target);
  if (event.altKey && key !== undefined) actions.step(key, by);
  if (event.altKey || focusNextRow(event.currentTarget, event.target, by)) event.preventDefault();
}
