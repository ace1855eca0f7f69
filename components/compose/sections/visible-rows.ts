import type { Document } from '@/lib/document/document.ts';
import { moveRow, sectionRows } from '@/lib/document/edit-sections.ts';
import { sourceKey } from '@/lib/prompt/block.ts';
import type { Region, SectionList } from './section-list.ts';

/** A row that can be moved; `key` tells rows apart, `at` is its place among all rows of the document, gated ones included. */
export interface VisibleRow {
  readonly key: string;
  readonly at: number;
  /** The section's; `undefined` for the boundary. */
  readonly id: string | undefined;
  readonly title: string;
}

export const BOUNDARY_KEY = 'boundary';
/** A section's row goes by the key of its source. */
export const sectionRowKey = (id: string): string => sourceKey({ type: 'section', id });

/** The rows that are drawn in the list proper, in order: sections that are not gated, and the boundary. */
export function visibleRows(document: Document, list: SectionList): VisibleRow[] {
  const shown = new Set([...list.static.items, ...list.dynamic.items].map(({ id }) => id));
  return sectionRows(document).flatMap((row, at): VisibleRow[] => {
    if (row.type === 'boundary') return [{ key: BOUNDARY_KEY, at, id: undefined, title: 'Cache boundary' }];
    const { id, title } = row.section;
    return shown.has(id) ? [{ key: sectionRowKey(id), at, id, title }] : [];
  });
}

/** The region that visible row `from` would be in at the place of visible row `to`. */
export function regionAfter(rows: readonly VisibleRow[], from: number, to: number): Region {
  const boundary = rows.findIndex(({ key }) => key === BOUNDARY_KEY);
  return (from < boundary ? to < boundary : to <= boundary) ? 'static' : 'dynamic';
}

/**
 * Moves visible row `from` to the place of visible row `to`, right beside it. Rows that are not drawn keep their order and their
 * neighbours among the rest. Places that do not exist change nothing.
 */
export function moveVisibleRow(document: Document, rows: readonly VisibleRow[], from: number, to: number): Document {
  const [moved, target] = [rows[from], rows[to]];
  return moved && target ? moveRow(document, moved.at, target.at) : document;
}
