import { describe, expect, it } from 'vitest';
import { createByteEncoder } from './byte-pair.ts';
import { COEFFICIENTS } from './coefficients.gen.ts';
import { FEATURE_NAMES } from './feature.ts';
import { o200kVocabulary } from './gpt-counter.ts';
import { pieceFeatures } from './piece-features.ts';
import { utf8Bytes } from './utf8-bytes.ts';

const { encode } = createByteEncoder(o200kVocabulary());

function describePiece(piece: string): { kind: string; features: Record<string, number> } {
  const features: Record<string, number> = {};
  const kind = pieceFeatures(piece, encode(utf8Bytes(piece)), (feature, amount) => {
    features[FEATURE_NAMES[feature] ?? `feature ${feature}`] = amount;
  });
  return { kind, features };
}

describe('pieceFeatures', () => {
  it.each([
    [' the', 'familiar', { 'word spaced lower common': 1, 'length lower 3': 1 }],
    ['Return', 'familiar', { 'word bare capitalised known': 1, 'length capitalised 6': 1 }],
    ['_ID', 'familiar', { 'word marked upper known': 1, 'length upper 2': 1 }],
    [" don't", 'familiar', { 'word spaced lower usual': 1, 'length lower 3': 1, contraction: 1 }],
    [' zymurgical', 'unfamiliar', { 'word spaced lower 3-parts': 1, 'length lower 10': 1 }],
    ['1', 'marks', { 'digits 1': 1 }],
    ['123', 'marks', { 'digits 3': 1 }],
    ['\n', 'marks', { 'line-breaks 1': 1 }],
    ['  \n\n\n\n', 'marks', { 'line-breaks 3': 1, 'blanks-before-break': 1 }],
    ['    ', 'marks', { 'blanks space 4': 1 }],
    ['\t'.repeat(20), 'marks', { 'blanks tab longer': 1, 'blanks-beyond-16 tab': 4 }],
    [' =', 'marks', { 'marks same 1-part': 1, 'marks-length same 1': 1, 'marks-rank common': 1, 'marks-spaced': 1 }],
    ['中', 'script', { 'script-characters han': 1, 'script-tokens han': 1, 'script-piece han': 1 }],
  ])('TOKENS-7: describes %j', (piece, kind, features) => {
    expect(describePiece(piece)).toEqual({ kind, features });
  });

  it.each([
    ['état', 'script'],
    ['“word', 'unfamiliar'],
    ['();\n', 'marks'],
    ['๑', 'rare-script'],
    ['😀', 'rare-script'],
    ['\ud800', 'rare-script'],
  ])('TOKENS-7: knows the kind of %j', (piece, kind) => expect(describePiece(piece).kind).toBe(kind));

  it('TOKENS-7: every feature has its fitted coefficients', () => {
    expect(Object.keys(COEFFICIENTS)).toEqual(FEATURE_NAMES);
    expect(new Set(FEATURE_NAMES).size).toBe(FEATURE_NAMES.length);
  });
});
