import { roughCount } from '@/lib/tokens/rough-count.ts';
import type { TokenCount, TokenizerFamily } from '@/lib/tokens/token-count.ts';
import { createTextKeys, type TextKey, type TextKeys } from './text-keys.ts';

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
  const known = new Map<TokenizerFamily, FamilyCounts>();
  let held = 0;
  const of = (family: TokenizerFamily): FamilyCounts => {
    const table = known.get(family) ?? { keys: createTextKeys(), counts: new Map<TextKey, TokenCount>() };
    known.set(family, table);
    return table;
  };
  return {
    count: (text, family) => {
      const { keys, counts } = of(family);
      const key = keys.find(text);
      return (key !== undefined && counts.get(key)) || roughCount(text, family);
    },
    missing: (texts, family) => {
      const { keys, counts } = of(family);
      const unknown = texts.filter((text) => {
        const key = keys.find(text);
        const count = key !== undefined && counts.get(key);
        if (!count) return true;
        counts.delete(key);
        counts.set(key, count);
        return false;
      });
      // Keys of their own: what is not counted in the end leaves none behind.
      const asked = createTextKeys();
      return [...new Map(unknown.map((text) => [asked.make(text), text])).values()];
    },
    add: (texts, answers, family) => {
      const { keys, counts } = of(family);
      for (const [index, text] of texts.entries()) {
        const count = answers[index];
        if (count === undefined) continue;
        const key = keys.make(text);
        if (!counts.has(key)) held += text.length;
        counts.set(key, count);
      }
      for (const [other, unused] of known) {
        if (held <= maxCharacters) break;
        if (other === family) continue;
        for (const { length } of unused.counts.keys()) held -= length;
        known.delete(other);
      }
      for (const [oldest] of counts) {
        if (held <= maxCharacters || counts.size <= texts.length) break;
        counts.delete(oldest);
        keys.forget(oldest);
        held -= oldest.length;
      }
    },
  };
}

interface FamilyCounts {
  readonly keys: TextKeys;
  readonly counts: Map<TextKey, TokenCount>;
}
