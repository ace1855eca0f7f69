/** About 200 bytes each. */
const MAX_COUNTS = 50_000;

/**
 * Counts by key, at most so many; longest not asked for, first out. Two generations: what is asked for is young, and when the young are
 * half of all they take the place of the old. So a count that is known costs one look-up, without an order kept at each of them.
 */
export function createCountMemory(most: number = MAX_COUNTS): (key: string, compute: () => number) => number {
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  return (key, compute) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const count = old.get(key) ?? compute();
    if (young.size >= most / 2) {
      old = young;
      young = new Map();
    }
    young.set(key, count);
    return count;
  };
}
