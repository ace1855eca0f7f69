import { describe, expect, it } from 'vitest';
import { createByteEncoder } from './byte-pair.ts';
import { loadCl100kVocabulary, o200kVocabulary } from './gpt-counter.ts';
import { encodeLongPiece, isLongPiece } from './long-piece.ts';
import { PATHOLOGICAL } from './pathological.arbitrary.ts';
import { utf8Bytes } from './utf8-bytes.ts';

const VOCABULARIES = { o200k: o200kVocabulary(), cl100k: await loadCl100kVocabulary() };
const cases = Object.entries(VOCABULARIES).flatMap(([name, vocabulary]) =>
  Object.entries(PATHOLOGICAL).map(([kind, make]) => ({ name, vocabulary, kind, make })),
);

describe('encodeLongPiece', () => {
  it.each(cases)('TOKENS-5: $kind are counted within 0.5 % ($name)', ({ vocabulary, make }) => {
    const encoder = createByteEncoder(vocabulary);
    let exact = 0;
    let counted = 0;
    for (const piece of make(4000).match(vocabulary.splitter) ?? []) {
      const tokens = encoder.encode(utf8Bytes(piece)).length;
      const spans = isLongPiece(piece) ? encodeLongPiece(piece, encoder) : [];
      exact += tokens;
      counted += isLongPiece(piece) ? spans.reduce((sum, span) => sum + span.tokens.length * span.times, 0) : tokens;
    }
    expect(Math.abs(counted / exact - 1)).toBeLessThan(0.005);
  });

  it('TOKENS-5: the spans stand for the whole piece, also where a sample does', () => {
    const encoder = createByteEncoder(VOCABULARIES.o200k);
    for (const make of Object.values(PATHOLOGICAL)) {
      const piece = make(100_000);
      const characters = encodeLongPiece(piece, encoder).reduce((sum, { text, times }) => sum + text.length * times, 0);
      expect(characters).toBeCloseTo(piece.length, 3);
    }
  });

  it('TOKENS-5: nothing of ordinary length is approximated', () => {
    expect(['word', ' '.repeat(320), '-'.repeat(320), '中'.repeat(150)].some(isLongPiece)).toBe(false);
    expect(['a'.repeat(400), '中'.repeat(200)].every(isLongPiece)).toBe(true);
  });
});
