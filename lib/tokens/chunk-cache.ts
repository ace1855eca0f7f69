/**
 * A memo of what was computed for a text, least recently used first out, bounded by the characters it holds. Texts that are not cut
 * from longer ones need no memory of their own: `own` says how a text is kept.
 */
export function createChunkCache<Value>(
  compute: (text: string) => Value,
  maxCachedCharacters: number,
  own: (text: string) => string = detached,
): (text: string) => Value {
  const entries = new Map<string, { readonly key: string; readonly value: Value }>();
  let characters = 0;

  return (text) => {
    const known = entries.get(text);
    if (known) {
      entries.delete(known.key);
      entries.set(known.key, known);
      return known.value;
    }
    const value = compute(text);
    if (text.length > maxCachedCharacters) return value;
    const key = own(text);
    entries.set(key, { key, value });
    characters += key.length;
    for (const oldest of entries.keys()) {
      if (characters <= maxCachedCharacters) break;
      entries.delete(oldest);
      characters -= oldest.length;
    }
    return value;
  };
}

/** The same text in memory of its own: a slice kept as a key would keep alive the whole text it was cut from. */
export function detached(text: string): string {
  return text.length < 13 ? text : String(JSON.parse(JSON.stringify(text)));
}
