import type { KeyboardEvent } from 'react';

const ROWS = '[data-row]';
const UP_OR_DOWN = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Arrow up and down, Home and End go from row to row of the list around them (`data-rows`); the ends are ends. */
export function stepFocus(event: KeyboardEvent<HTMLElement>): void {
  if (!UP_OR_DOWN.has(event.key) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = rowsAround(event.currentTarget);
  const at = rows.indexOf(event.currentTarget);
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
  event.preventDefault();
  rows[next ?? at]?.focus();
}

/** Which way a key moves a row: Alt with arrow up (-1) or down (1); on a select it opens the list. */
export function moveKey({ key, altKey, target }: KeyboardEvent): -1 | 1 | undefined {
  if (!altKey || target instanceof HTMLSelectElement) return undefined;
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : undefined;
}

/** Puts the focus on a row once it is drawn. */
export function focusRow(key: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus());
}

/** The row below a row, else the one above it. */
export function rowBeside(key: string): string | undefined {
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
  if (!row) return undefined;
  const rows = rowsAround(row);
  const at = rows.indexOf(row);
  return (rows[at + 1] ?? rows[at - 1])?.dataset['row'];
}

const rowsAround = (row: HTMLElement): HTMLElement[] => [
  ...(row.closest('[data-rows]')?.querySelectorAll<HTMLElement>(ROWS) ?? []),
];
