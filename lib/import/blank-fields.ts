import type { Fields } from '@/lib/json-value.ts';

/** The mark the document's settings write for a TTL. */
const plainMark = (ttl: string): Fields => ({ type: 'ephemeral', ...(ttl === '1h' && { ttl: '1h' }) });

/** The TTL of a block's mark, if it has one. */
export function markOf({ cache_control: mark }: Fields): '5m' | '1h' | undefined {
  if (typeof mark !== 'object' || mark === null) return undefined;
  return (mark as Fields)['ttl'] === '1h' ? '1h' : '5m';
}

/**
 * An imported object as JSON text with its editable fields emptied; `undefined` when it is just what `plain` (the fields the document
 * would write, in its order) comes to, so that there is nothing to keep.
 */
export function blankFields(object: Fields, plain: Fields): string | undefined {
  const ttl = markOf(object);
  const written = ttl === undefined ? plain : { ...plain, cache_control: plainMark(ttl) };
  if (JSON.stringify(written) === JSON.stringify(object)) return undefined;
  const blank = Object.entries(object).map(([name, value]): [string, unknown] =>
    name in plain && name !== 'type' && name !== 'role' ? [name, emptyOf(value)] : [name, value],
  );
  return JSON.stringify(Object.fromEntries(blank));
}

function emptyOf(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return [];
  return typeof value === 'object' && value !== null ? {} : value;
}
