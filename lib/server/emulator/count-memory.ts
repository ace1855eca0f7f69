/** About 200 bytes each. */
const MAX_COUNTS = 50_000;

/** Counts by key, the least recently used first out. */
export function createCountMemory(most: number = MAX_COUNTS): (key: string, compute: () => number) => number {
  const counts = new Map<string, number>();
  return (key, compute) => {
    const known = counts.get(key);
    if (known !== undefined) counts.delete(key);
    const count = known ?? compute();
    counts.set(key, count);
    for (const oldest of counts.keys()) {
      if (counts.size <= most) break;
      counts.delete(oldest);
    }
    return count;
  };
}
