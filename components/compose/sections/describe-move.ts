import { regionAfter, type VisibleRow } from './visible-rows.ts';

/** Where a row stands, in words: "position 3 of 16, static region"; for the boundary, how many sections are on either side. */
export function describePlace(rows: readonly VisibleRow[], at: number): string {
  const boundary = rows.findIndex(({ id }) => id === undefined);
  const count = rows.length - 1;
  if (at === boundary) return `${at} of ${count} sections in front, ${count - at} behind`;
  const position = at < boundary ? at + 1 : at;
  return `position ${position} of ${count}, ${regionAfter(rows, at, at)} region`;
}

/** Where a row would stand at the place of another one, said while it is carried there. */
export function describeCarry(rows: readonly VisibleRow[], from: number, to: number): string {
  const title = rows[from]?.title ?? '';
  return `${title}: ${crosses(rows, from, to) ? 'across the cache boundary, ' : ''}${placeAfter(rows, from, to)}.`;
}

/** What has become of a move from one place to another, for people who do not see it. */
export function describeMove(rows: readonly VisibleRow[], from: number, to: number): string {
  const row = rows[from];
  if (!row) return '';
  if (from === to) return `${row.title} stays: ${describePlace(rows, from)}.`;
  if (row.id === undefined) return `${row.title} moved: ${placeAfter(rows, from, to)}.`;
  const way = crosses(rows, from, to) ? 'moved across the cache boundary to' : 'moved to';
  return `${row.title} ${way} ${placeAfter(rows, from, to)}.`;
}

function placeAfter(rows: readonly VisibleRow[], from: number, to: number): string {
  const row = rows[from];
  return describePlace(row ? rows.toSpliced(from, 1).toSpliced(to, 0, row) : rows, to);
}

function crosses(rows: readonly VisibleRow[], from: number, to: number): boolean {
  return rows[from]?.id !== undefined && regionAfter(rows, from, from) !== regionAfter(rows, from, to);
}
