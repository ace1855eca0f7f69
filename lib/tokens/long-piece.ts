import type { ByteEncoder } from './byte-pair.ts';
import { utf8Bytes } from './utf8-bytes.ts';

/** A piece or part of one: its text, its tokens, and how many such parts it stands for. */
export interface PieceSpan {
  readonly text: string;
  readonly tokens: readonly number[];
  readonly times: number;
}

const LONG = { ascii: 384, other: 160 } as const;
const WINDOW = { ascii: 192, other: 64 } as const;
const UNSETTLED = { ascii: 64, other: 21 } as const;
const LONGEST_PERIOD = 16;
const SAMPLE = 1 << 16;
const STRETCH = 1 << 12;

/** Whether a piece is too long to be encoded as it is, so that its count is approximate. */
export function isLongPiece(piece: string): boolean {
  return piece.length > (piece.charCodeAt(piece.length >> 1) < 0x80 ? LONG.ascii : LONG.other);
}

/**
 * Encodes a piece too long for quadratic merging: overlapping windows, each restarting at a token's end (within 0.5 %); a repeated
 * unit is counted once and multiplied; of more than SAMPLE characters without repetition, evenly spaced stretches stand for all (1 %).
 */
export function encodeLongPiece(piece: string, encoder: ByteEncoder): PieceSpan[] {
  const spans: PieceSpan[] = [];
  const stride = Math.ceil(piece.length / SAMPLE);
  let start = 0;
  while (start < piece.length) {
    const repeated = repeatedBlocks(piece, start);
    if (repeated) {
      const text = piece.slice(start, start + repeated.length);
      spans.push({ text, tokens: encoder.encode(utf8Bytes(text)), times: repeated.times });
      start += repeated.length * repeated.times;
    }
    const windows = [nextWindow(piece, start, encoder, repeated?.rest)];
    let end = start + (windows[0]?.text.length ?? 0);
    while (end < Math.min(piece.length, start + STRETCH) && !repeatedBlocks(piece, end)) {
      const window = nextWindow(piece, end, encoder);
      windows.push(window);
      end += window.text.length;
    }
    const next =
      end - start < STRETCH ? end : characterStart(piece, Math.min(start + (end - start) * stride, piece.length));
    const times = (next - start) / (end - start);
    spans.push(...windows.map((window) => ({ ...window, times })));
    start = next;
  }
  return spans;
}

/** Whole blocks of one repeated unit at `start`, each long enough to have tokens of its own; three or more are left in `rest`. */
function repeatedBlocks(piece: string, start: number): { length: number; times: number; rest: number } | undefined {
  for (let period = 1; period <= LONGEST_PERIOD; period++) {
    let end = start + period;
    while (end < piece.length && piece.charCodeAt(end) === piece.charCodeAt(end - period)) end++;
    const length = period * Math.max(8, 128 >> Math.ceil(Math.log2(period)));
    const times = Math.floor((end - start) / length) - 3;
    if (times > 0) return { length, times, rest: end - start - length * times };
  }
  return undefined;
}

/** One window, wide enough for the repetition it starts with, up to the last token's end that later characters can hardly move. */
function nextWindow(piece: string, start: number, encoder: ByteEncoder, repeated = 0): Omit<PieceSpan, 'times'> {
  const kind = piece.charCodeAt(start) < 0x80 ? 'ascii' : 'other';
  const width = Math.max(WINDOW[kind], repeated + UNSETTLED[kind]);
  const end = characterStart(piece, start + width);
  const tokens = encoder.encode(utf8Bytes(piece.slice(start, end)));
  if (end >= piece.length) return { text: piece.slice(start), tokens };

  let settled = { characters: 0, tokens: 0 };
  let characters = 0;
  let bytesAhead = 0;
  for (const [index, token] of tokens.entries()) {
    bytesAhead -= encoder.byteLength(token);
    while (bytesAhead < 0) {
      const code = piece.codePointAt(start + characters) ?? 0;
      bytesAhead += utf8Length(code);
      characters += code > 0xffff ? 2 : 1;
    }
    if (characters > width - UNSETTLED[kind]) break;
    if (bytesAhead === 0) settled = { characters, tokens: index + 1 };
  }
  if (settled.characters === 0) return { text: piece.slice(start, end), tokens };
  return { text: piece.slice(start, start + settled.characters), tokens: tokens.slice(0, settled.tokens) };
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** The same index, or one later where it would part a surrogate pair. */
function characterStart(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const before = text.charCodeAt(index - 1);
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? index + 1 : index;
}
