import { createTextMemory } from './text-memory.ts';

/** A memo of what was computed for a text, longest not asked for first out, bounded by the characters it holds. */
export function createChunkCache<Value extends string | number | object>(
  compute: (text: string) => Value,
  maxCachedCharacters: number,
): (text: string) => Value {
  const known = createTextMemory<Value>(maxCachedCharacters, ({ length }) => length);
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}
