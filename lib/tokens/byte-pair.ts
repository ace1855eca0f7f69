import type { Vocabulary } from './gpt-counter.ts';

/** Encodes UTF-8 bytes (one character a byte) as token ids; `byteLength` is the length of a token. */
export interface ByteEncoder {
  encode(bytes: string): readonly number[];
  byteLength(token: number): number;
}

type MergeOf = (left: number, right: number) => number;

const SLOT_BITS = 17;
const NO_MERGE = 0x7fffffff;

/** Exact byte-pair encoding: the whole if it is a token, else lowest-rank merges, leftmost first. Quadratic in the length. */
export function createByteEncoder({ ids, bytes: names }: Vocabulary): ByteEncoder {
  const mergeOf = createPairTable(ids, names);
  const tokenOfByte = Int32Array.from({ length: 256 }, (_, byte) => ids.get(String.fromCharCode(byte)) ?? 0);
  let tokens = new Int32Array(1024);
  let merges = new Int32Array(1024);

  const encode = (bytes: string): readonly number[] => {
    const whole = ids.get(bytes);
    if (whole !== undefined) return [whole];
    if (bytes.length > tokens.length) {
      tokens = new Int32Array(2 * bytes.length);
      merges = new Int32Array(2 * bytes.length);
    }
    for (let i = 0; i < bytes.length; i++) tokens[i] = tokenOfByte[bytes.charCodeAt(i)] ?? 0;
    for (let i = 0; i + 1 < bytes.length; i++) merges[i] = mergeOf(tokens[i] ?? 0, tokens[i + 1] ?? 0);
    const length = mergeAll(tokens, merges, bytes.length, mergeOf);
    const encoded: number[] = [];
    for (let i = 0; i < length; i++) encoded.push(tokens[i] ?? 0);
    return encoded;
  };
  return { encode, byteLength: (token) => names[token]?.length ?? 0 };
}

/** Merges in place while a pair merges; returns how many tokens are left. */
function mergeAll(tokens: Int32Array, merges: Int32Array, size: number, mergeOf: MergeOf): number {
  let length = size;
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
      merges[i - 1] = merges[i] ?? NO_MERGE;
    }
    if (at + 1 < length) merges[at] = mergeOf(lowest, tokens[at + 1] ?? 0);
    if (at > 0) merges[at - 1] = mergeOf(tokens[at - 1] ?? 0, lowest);
  }
}

/** Which token two tokens merge into (its id is its rank), behind a small fixed cache, because naming a pair is slow. */
function createPairTable(ids: ReadonlyMap<string, number>, names: readonly string[]): MergeOf {
  const lefts = new Int32Array(1 << SLOT_BITS).fill(-1);
  const rights = new Int32Array(1 << SLOT_BITS);
  const merges = new Int32Array(1 << SLOT_BITS);
  return (left, right) => {
    const slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> (32 - SLOT_BITS);
    if (lefts[slot] === left && rights[slot] === right) return merges[slot] ?? NO_MERGE;
    const merge = ids.get(`${names[left]}${names[right]}`) ?? NO_MERGE;
    lefts[slot] = left;
    rights[slot] = right;
    merges[slot] = merge;
    return merge;
  };
}
