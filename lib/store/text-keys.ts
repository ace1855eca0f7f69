/** A long text, by which a Map finds it. */
export interface LongText {
  readonly text: string;
  readonly length: number;
}

/** What stands for a text in a Map: the text itself unless it is long. */
export type TextKey = string | LongText;

export interface TextKeys {
  /** The key of a text; `undefined`: it is long, and has none. */
  find(text: string): TextKey | undefined;
  /** The same, and a long text gets one. */
  make(text: string): TextKey;
  forget(key: TextKey): void;
}

const LONG = 4096;

/**
 * Keys for texts of which each key press brings a new long one. V8 copies a text that a Map is asked for into its table of names, and
 * collects it there with the oldest: long texts are told apart by their length, then letter by letter.
 */
export function createTextKeys(): TextKeys {
  const byLength = new Map<number, LongText[]>();
  const find = (text: string): TextKey | undefined =>
    text.length < LONG ? text : byLength.get(text.length)?.find((each) => each.text === text);
  return {
    find,
    make: (text) => {
      const known = find(text);
      if (known !== undefined) return known;
      const made = { text, length: text.length };
      byLength.set(made.length, [made, ...(byLength.get(made.length) ?? [])]);
      return made;
    },
    forget: (key) => {
      if (typeof key === 'string') return;
      const others = byLength.get(key.length)?.filter((each) => each !== key) ?? [];
      if (others.length > 0) byLength.set(key.length, others);
      else byLength.delete(key.length);
    },
  };
}
