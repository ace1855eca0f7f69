import type { Fields } from '@/lib/json-value.ts';

/** The field of a block that says where a breakpoint stands. */
const MARK = 'cache_control';

/**
 * `fields` in the order of the imported object `wire` (JSON text), with those of its fields that `fields` does not name; without one,
 * `fields` as they are. A field given as `undefined` is left out, unless the object had it switched off. A mark is never taken over.
 */
export function likeImported(fields: Fields, wire: string | undefined): Record<string, unknown> {
  const imported = wire === undefined ? {} : (JSON.parse(wire) as Fields);
  const isOff = (value: unknown) => value === false || value === null || value === '';
  const own = new Map(Object.entries(fields));
  const kept = Object.entries(imported).flatMap(([name, value]): [string, unknown][] => {
    if (own.has(name) && own.get(name) !== undefined) return [[name, own.get(name)]];
    return name === MARK || (own.has(name) && !isOff(value)) ? [] : [[name, value]];
  });
  const names = new Set(kept.map(([name]) => name));
  const added = [...own].filter(([name, value]) => !names.has(name) && value !== undefined);
  return Object.fromEntries([...kept, ...added]);
}

/** The mark of an imported object (JSON text), if it has one. */
export function importedMark(wire: string | undefined): { readonly ttl?: string | null } | undefined {
  const mark = wire === undefined ? undefined : (JSON.parse(wire) as Fields)[MARK];
  return typeof mark === 'object' && mark !== null ? mark : undefined;
}
