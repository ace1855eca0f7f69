import fc from 'fast-check';
import { encode as encodeCl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { encode as encodeO200k } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { createByteEncoder } from './byte-pair.ts';
import { fragmentedText } from './fragments.arbitrary.ts';
import { loadCl100kVocabulary, o200kVocabulary } from './gpt-counter.ts';
import { utf8Bytes } from './utf8-bytes.ts';

const ANY_SPECIAL = { disallowedSpecial: new Set<string>() };
const texts = fc.oneof(
  fragmentedText,
  fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes('\ufeff')),
);

const cl100k = await loadCl100kVocabulary();

describe('createByteEncoder', () => {
  it.each([
    ['o200k', o200kVocabulary(), encodeO200k],
    ['cl100k', cl100k, encodeCl100k],
  ])('TOKENS-1: encodes the pieces of any text as gpt-tokenizer does (%s)', (_, vocabulary, encode) => {
    const encoder = createByteEncoder(vocabulary);
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = (text.match(vocabulary.splitter) ?? []).flatMap((piece) => encoder.encode(utf8Bytes(piece)));
        expect(tokens).toEqual(encode(text, ANY_SPECIAL));
      }),
      { numRuns: 200 },
    );
  });

  it('TOKENS-1: a byte order mark is the one token it is in the vocabulary', () => {
    expect(createByteEncoder(o200kVocabulary()).encode(utf8Bytes('\ufeff'))).toEqual([5574]);
  });

  it('TOKENS-1: the lengths of the tokens add up to the bytes', () => {
    const encoder = createByteEncoder(o200kVocabulary());
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const lengths = encoder.encode(utf8Bytes(text)).map(encoder.byteLength);
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(utf8Bytes(text).length);
      }),
    );
  });
});
