import { SCRIPTS } from './script.ts';

const WORD_LEADS = ['bare', 'spaced', 'marked'] as const;
/** The capitals of a word. */
export const WORD_CASES = ['lower', 'capitalised', 'upper', 'mixed'] as const;
/** How familiar o200k is with a word: the rank of its one token, or its number of tokens. */
export const WORD_KINDS = ['common', 'usual', 'known', 'seldom', 'rare', '2-parts', '3-parts', '4-parts'] as const;
const WORD_LENGTHS = ['1', '2', '3', '4', '5', '6', '8', '10', '13', 'longer'] as const;
const BLANK_LENGTHS = ['1', '2', '3', '4', '8', '16', 'longer'] as const;

const names: string[] = [];

/** Names every combination of the axes; its features are numbered from the number returned, the last axis fastest. */
function addFeatures(prefix: string, ...axes: readonly (readonly string[])[]): number {
  const first = names.length;
  const combined = axes.reduce<string[]>(
    (heads, axis) => heads.flatMap((head) => axis.map((end) => `${head} ${end}`)),
    [prefix],
  );
  names.push(...combined);
  return first;
}

/** The number of the first feature of each group. */
export const FEATURE = {
  word: addFeatures('word', WORD_LEADS, WORD_CASES, WORD_KINDS),
  wordLength: addFeatures('length', WORD_CASES, WORD_LENGTHS),
  contraction: addFeatures('contraction'),
  digits: addFeatures('digits', ['1', '2', '3']),
  lineBreaks: addFeatures('line-breaks', ['1', '2', '3']),
  blanksBeforeBreak: addFeatures('blanks-before-break'),
  blanks: addFeatures('blanks', ['space', 'tab'], BLANK_LENGTHS),
  blanksBeyond: addFeatures('blanks-beyond-16', ['space', 'tab']),
  marksParts: addFeatures('marks', ['same', 'mixed'], ['1-part', '2-parts', '3-parts']),
  marksLength: addFeatures('marks-length', ['same', 'mixed'], ['1', '2', '3', '4', '5', '6']),
  marksBeyond: addFeatures('marks-beyond-6', ['same', 'mixed']),
  marksRank: addFeatures('marks-rank', ['common', 'usual', 'rare']),
  marksSpaced: addFeatures('marks-spaced'),
  marksBreak: addFeatures('marks-before-break'),
  scriptTokens: addFeatures('script-tokens', SCRIPTS),
  scriptCharacters: addFeatures('script-characters', SCRIPTS),
  scriptPiece: addFeatures('script-piece', SCRIPTS),
  asciiInScript: addFeatures('ascii-in-script', SCRIPTS),
} as const;

/** The name of every feature, by its number. */
export const FEATURE_NAMES: readonly string[] = names;
