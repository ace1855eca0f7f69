import { roughCount } from '@/lib/tokens/rough-count.ts';
import type { TokenCount, TokenizerFamily } from '@/lib/tokens/token-count.ts';

/**
 * The counts that the worker has answered, by text; bounded by characters: other vocabularies go first, then what nobody has asked
 * for the longest.
 */
export interface CountTable {
  /** The count of a text, or a rough one until it is known. */
  count(text: string, family: TokenizerFamily): TokenCount;
  /** Those of the texts whose count is not known, each once. */
  missing(texts: readonly string[], family: TokenizerFamily): string[];
  add(texts: readonly string[], counts: readonly TokenCount[], family: TokenizerFamily): void;
}

export function createCountTable(maxCharacters = 32_000_000): CountTable {
  const known = new Map<TokenizerFamily, Map<string, TokenCount>>();
  let held = 0;
  const of = (family: TokenizerFamily) => {
    const table = known.get(family) ?? new Map<string, TokenCount>();
    known.set(family, table);
    return table;
  };
  return {
    count: (text, family) => of(family).get(text) ?? roughCount(text, family),
    missing: (texts, family) => {
      const table = of(family);
      const unknown = texts.filter((text) => {
        const count = table.get(text);
        if (count === undefined) return true;
        table.delete(text);
        table.set(text, count);
        return false;
      });
      return [...new Set(unknown)];
    },
    add: (texts, counts, family) => {
      const table = of(family);
      for (const [index, text] of texts.entries()) {
        const count = counts[index];
        if (count === undefined) continue;
        if (!table.has(text)) held += text.length;
        table.set(text, count);
      }
      for (const [other, unused] of known) {
        if (held <= maxCharacters) break;
        if (other === family) continue;
        for (const text of unused.keys()) held -= text.length;
        known.delete(other);
      }
      for (const [oldest] of table) {
        if (held <= maxCharacters || table.size <= texts.length) break;
        table.delete(oldest);
        held -= oldest.length;
      }
    },
  };
}
