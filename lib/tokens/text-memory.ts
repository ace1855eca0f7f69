/** What is known of texts. */
export interface TextMemory<Value> {
  get(text: string): Value | undefined;
  set(text: string, value: Value): void;
}

interface Entry<Value> {
  readonly key: string;
  readonly value: Value;
}

/**
 * A memory that holds `most` at most, in the measure of `sizeOf`; longest not asked for, first out. Two generations: what is asked for
 * is young, and when the young are half of all they take the place of the old. So no order is kept at each look-up.
 */
export function createTextMemory<Value>(most: number, sizeOf: (text: string) => number): TextMemory<Value> {
  let young = new Map<string, Entry<Value>>();
  let old = new Map<string, Entry<Value>>();
  let youngSize = 0;

  const add = (entry: Entry<Value>) => {
    const size = sizeOf(entry.key);
    if (youngSize + size > most / 2) {
      old = young;
      young = new Map();
      youngSize = 0;
    }
    young.set(entry.key, entry);
    youngSize += size;
  };

  return {
    get: (text) => {
      const found = young.get(text);
      if (found) return found.value;
      const aged = old.get(text);
      if (aged) add(aged);
      return aged?.value;
    },
    set: (text, value) => {
      if (sizeOf(text) <= most / 2) add({ key: detached(text), value });
    },
  };
}

/** The same text in memory of its own: a slice kept as a key would keep alive the whole text it was cut from. */
export const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));
