import { FEATURE, WORD_CASES, WORD_KINDS } from './feature.ts';
import { MEASURED_SCRIPTS, SCRIPTS, scriptOf } from './script.ts';

/** Receives a feature's number and how much of it there is. */
export type EmitFeature = (feature: number, amount: number) => void;

/** What a piece is: a word o200k has whole, or must piece together; digits, blanks or marks; another script, measured or not. */
export type PieceKind = 'familiar' | 'unfamiliar' | 'marks' | 'script' | 'rare-script';

const LETTER_FIRST = /^[\p{L}\p{N}]/u;
const LENGTH_STEPS = [1, 2, 3, 4, 5, 6, 8, 10, 13];
const BLANK_STEPS = [1, 2, 3, 4, 8, 16];
const WORD_RANKS = [1_000, 5_000, 20_000, 60_000];
const MARK_RANKS = [5_000, 40_000];
const CASES = WORD_CASES.length;
const KINDS = WORD_KINDS.length;

/** Describes one piece of the splitter, whose o200k tokens are given, by the features the estimate is linear in. */
export function pieceFeatures(piece: string, tokens: readonly number[], emit: EmitFeature): PieceKind {
  const shape = shapeOf(piece);
  if (shape === 'word') return wordFeatures(piece, tokens, emit);
  if (shape === 'script') return scriptFeatures(piece, tokens, emit);
  if (shape === 'digits') emit(FEATURE.digits + piece.length - 1, 1);
  else if (shape === 'blanks') blankFeatures(piece, emit);
  else markFeatures(piece, tokens, emit);
  return 'marks';
}

type Shape = 'word' | 'digits' | 'blanks' | 'marks' | 'script';

/** Looks at units, not at regular expressions: this runs for every new piece. */
function shapeOf(piece: string): Shape {
  const first = piece.charCodeAt(0);
  if (first >= 0x80 && LETTER_FIRST.test(piece)) return 'script';
  if (isLetter(first) || isLetter(piece.charCodeAt(1))) return isWord(piece) ? 'word' : scriptOrMarks(piece);
  if (first >= 0x30 && first <= 0x39) return scriptOrMarks(piece) === 'marks' ? 'digits' : 'script';
  if (piece.trimStart() === '') return 'blanks';
  return scriptOrMarks(piece);
}

/** Whether it is ASCII letters, after any one unit, and a contraction or none. */
function isWord(piece: string): boolean {
  let at = 1;
  while (isLetter(piece.charCodeAt(at))) at++;
  if (at > 1 || isLetter(piece.charCodeAt(0))) {
    if (piece[at] === "'") for (at++; isLetter(piece.charCodeAt(at)); ) at++;
  }
  return at === piece.length;
}

function scriptOrMarks(piece: string): 'script' | 'marks' {
  for (let i = 0; i < piece.length; i++) if (piece.charCodeAt(i) >= 0x80) return 'script';
  return 'marks';
}

function wordFeatures(piece: string, tokens: readonly number[], emit: EmitFeature): PieceKind {
  const first = piece.charCodeAt(0);
  const lead = isLetter(first) ? 0 : first === 0x20 ? 1 : 2;
  const from = lead === 0 ? 0 : 1;
  const apostrophe = piece.indexOf("'", from);
  const end = apostrophe < 0 ? piece.length : apostrophe;
  const letterCase = caseOf(piece, from, end);
  const rank = step(WORD_RANKS, (tokens[0] ?? 0) + 1);
  const kind = tokens.length === 1 ? rank : WORD_RANKS.length + Math.min(tokens.length, 4) - 1;
  emit(FEATURE.word + (lead * CASES + letterCase) * KINDS + kind, Math.max(1, tokens.length / 4));
  const length = end - from;
  emit(
    FEATURE.wordLength + letterCase * (LENGTH_STEPS.length + 1) + step(LENGTH_STEPS, length),
    Math.max(1, length / 16),
  );
  if (apostrophe >= 0) emit(FEATURE.contraction, 1);
  return tokens.length === 1 && rank < 3 ? 'familiar' : 'unfamiliar';
}

function blankFeatures(piece: string, emit: EmitFeature): void {
  let breaks = 0;
  for (let i = 0; i < piece.length; i++) if (piece.charCodeAt(i) === 0x0a) breaks++;
  if (breaks > 0) {
    emit(FEATURE.lineBreaks + Math.min(breaks, 3) - 1, 1);
    if (piece.length > breaks) emit(FEATURE.blanksBeforeBreak, 1);
    return;
  }
  const tab = piece.charCodeAt(0) === 0x09 ? 1 : 0;
  emit(FEATURE.blanks + tab * (BLANK_STEPS.length + 1) + step(BLANK_STEPS, piece.length), 1);
  if (piece.length > 16) emit(FEATURE.blanksBeyond + tab, piece.length - 16);
}

function markFeatures(piece: string, tokens: readonly number[], emit: EmitFeature): void {
  const marks = piece.replace(/[\r\n/]+$/, '').trim();
  const mixed = isOneMark(marks) ? 0 : 1;
  emit(FEATURE.marksParts + mixed * 3 + Math.min(tokens.length, 3) - 1, Math.max(1, tokens.length / 3));
  emit(FEATURE.marksLength + mixed * 6 + Math.min(Math.max(marks.length, 1), 6) - 1, 1);
  if (marks.length > 6) emit(FEATURE.marksBeyond + mixed, marks.length - 6);
  if (tokens.length === 1) emit(FEATURE.marksRank + step(MARK_RANKS, (tokens[0] ?? 0) + 1), 1);
  if (piece.charCodeAt(0) === 0x20) emit(FEATURE.marksSpaced, 1);
  if (/[\r\n]/.test(piece)) emit(FEATURE.marksBreak, 1);
}

const charactersOf = new Uint32Array(SCRIPTS.length);

function scriptFeatures(piece: string, tokens: readonly number[], emit: EmitFeature): PieceKind {
  charactersOf.fill(0);
  let ascii = 0;
  for (let i = 0; i < piece.length; i++) {
    const code = piece.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    if (code < 0x80) ascii++;
    else {
      const script = scriptOf(code);
      charactersOf[script] = (charactersOf[script] ?? 0) + 1;
    }
  }
  let main = 0;
  for (let script = 0; script < charactersOf.length; script++) {
    const count = charactersOf[script] ?? 0;
    if (count > 0) emit(FEATURE.scriptCharacters + script, count);
    if (count > (charactersOf[main] ?? 0)) main = script;
  }
  emit(FEATURE.scriptTokens + main, tokens.length);
  emit(FEATURE.scriptPiece + main, 1);
  if (ascii > 0) emit(FEATURE.asciiInScript + main, ascii);
  return MEASURED_SCRIPTS.has(SCRIPTS[main] ?? '') ? 'script' : 'rare-script';
}

function isOneMark(marks: string): boolean {
  for (let i = 1; i < marks.length; i++) if (marks.charCodeAt(i) !== marks.charCodeAt(0)) return false;
  return marks !== '';
}

/** The index of the first step that is at least the value; past the last, their number. */
function step(steps: readonly number[], value: number): number {
  let index = 0;
  while (value > (steps[index] ?? Number.POSITIVE_INFINITY)) index++;
  return index;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** An index into WORD_CASES. */
function caseOf(piece: string, from: number, end: number): number {
  let upper = 0;
  for (let i = from; i < end; i++) if (piece.charCodeAt(i) <= 0x5a) upper++;
  if (upper === 0) return 0;
  if (upper === 1 && piece.charCodeAt(from) <= 0x5a) return 1;
  return upper === end - from ? 2 : 3;
}
