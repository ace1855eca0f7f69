/** Finds the token that is exactly `bytes[from, to)`, or -1; makes no strings, as it is asked for every pair of neighbours. */
export type FindToken = (bytes: string, from: number, to: number) => number;

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A hash table with open addresses over the tokens' bytes (one character a byte; '' where an id is not used). */
export function createTokenTable(names: readonly string[]): FindToken {
  const size = 2 ** Math.ceil(Math.log2(2 * names.length));
  const mask = size - 1;
  /** Two numbers a slot: hash, id + 1. */
  const slots = new Int32Array(2 * size);

  for (const [id, name] of names.entries()) {
    if (name === '') continue;
    const hash = hashOf(name, 0, name.length);
    let slot = hash & mask;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = id + 1;
  }

  return (bytes, from, to) => {
    const hash = hashOf(bytes, from, to);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = (slots[2 * slot + 1] ?? 0) - 1;
      if (id < 0 || (slots[2 * slot] === hash && isSame(names[id] ?? '', bytes, from, to))) return id;
    }
  };
}

function hashOf(bytes: string, from: number, to: number): number {
  let hash = FNV_START;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes.charCodeAt(i), FNV_PRIME);
  return hash ^ (hash >>> 15);
}

function isSame(name: string, bytes: string, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== bytes.charCodeAt(from + i)) return false;
  return true;
}
