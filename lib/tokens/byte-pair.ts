import type { Vocabulary } from './gpt-counter.ts';
import type { FindToken } from './token-table.ts';

/** Encodes UTF-8 bytes (one character a byte) as token ids; `byteLength` is the length of a token. */
export interface ByteEncoder {
  encode(bytes: string): readonly number[];
  byteLength(token: number): number;
}

const NO_MERGE = 0x7fffffff;

/** Exact byte-pair encoding: the whole if it is a token, else lowest-rank merges, leftmost first. Quadratic in the length. */
export function createByteEncoder({ find, names }: Vocabulary): ByteEncoder {
  const tokenOfByte = Int32Array.from({ length: 256 }, (_, byte) => find(String.fromCharCode(byte), 0, 1));
  let parts = createParts(1024);

  const encode = (bytes: string): readonly number[] => {
    const whole = find(bytes, 0, bytes.length);
    if (whole >= 0) return [whole];
    if (bytes.length >= parts.starts.length) parts = createParts(2 * bytes.length);
    const { tokens, starts } = parts;
    for (let i = 0; i <= bytes.length; i++) starts[i] = i;
    for (let i = 0; i < bytes.length; i++) tokens[i] = tokenOfByte[bytes.charCodeAt(i)] ?? 0;
    const length = mergeAll(parts, bytes, find);
    const encoded: number[] = [];
    for (let i = 0; i < length; i++) encoded.push(tokens[i] ?? 0);
    return encoded;
  };
  return { encode, byteLength: (token) => names[token]?.length ?? 0 };
}

/** Each part's token and first byte, and the token it makes with the next part: a token's id is its rank. */
interface Parts {
  readonly tokens: Int32Array;
  readonly starts: Int32Array;
  readonly merges: Int32Array;
}

function createParts(size: number): Parts {
  return { tokens: new Int32Array(size), starts: new Int32Array(size), merges: new Int32Array(size) };
}

/** Merges in place while a pair merges; returns how many parts are left. */
function mergeAll({ tokens, starts, merges }: Parts, bytes: string, find: FindToken): number {
  let length = bytes.length;
  for (let i = 0; i + 1 < length; i++) merges[i] = mergeOf(find, bytes, i, i + 2);
  for (;;) {
    let lowest = NO_MERGE;
    let at = -1;
    for (let i = 0; i + 1 < length; i++) {
      const merge = merges[i] ?? NO_MERGE;
      if (merge < lowest) {
        lowest = merge;
        at = i;
      }
    }
    if (at < 0) return length;
    length--;
    tokens[at] = lowest;
    for (let i = at + 1; i < length; i++) {
      tokens[i] = tokens[i + 1] ?? 0;
      starts[i] = starts[i + 1] ?? 0;
      merges[i] = merges[i + 1] ?? NO_MERGE;
    }
    starts[length] = bytes.length;
    if (at + 1 < length) merges[at] = mergeOf(find, bytes, starts[at] ?? 0, starts[at + 2] ?? 0);
    if (at > 0) merges[at - 1] = mergeOf(find, bytes, starts[at - 1] ?? 0, starts[at + 1] ?? 0);
  }
}

function mergeOf(find: FindToken, bytes: string, from: number, to: number): number {
  const token = find(bytes, from, to);
  return token < 0 ? NO_MERGE : token;
}
