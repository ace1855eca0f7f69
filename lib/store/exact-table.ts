/** Exact tokens by model and text, as the provider counted them; the oldest go when it holds too many characters. */
export interface ExactTable {
  readonly tokens: ReadonlyMap<string, number>;
  readonly characters: number;
}

export const EMPTY_EXACT_TABLE: ExactTable = { tokens: new Map(), characters: 0 };

const MAX_CHARACTERS = 16_000_000;

const keyOf = (model: string, text: string): string => `${model}\n${text}`;

/** The provider's figure for a text; `undefined` while nobody has asked for it. */
export const exactTokens = ({ tokens }: ExactTable, model: string, text: string): number | undefined =>
  tokens.get(keyOf(model, text));

/** With these figures, which replace older ones of the same texts. */
export function addExact(
  table: ExactTable,
  model: string,
  figures: ReadonlyMap<string, number>,
  maxCharacters = MAX_CHARACTERS,
): ExactTable {
  const tokens = new Map(table.tokens);
  let { characters } = table;
  const drop = (key: string) => {
    if (tokens.delete(key)) characters -= key.length;
  };
  for (const [text, figure] of figures) {
    const key = keyOf(model, text);
    drop(key);
    tokens.set(key, figure);
    characters += key.length;
  }
  for (const key of tokens.keys()) {
    if (characters <= maxCharacters || tokens.size <= figures.size) break;
    drop(key);
  }
  return { tokens, characters };
}
