import { createTextMemory } from '@/lib/tokens/text-memory.ts';

/** About 200 bytes each. */
const MAX_COUNTS = 50_000;

/** Counts by key, at most so many; longest not asked for, first out. */
export function createCountMemory(most: number = MAX_COUNTS): (key: string, compute: () => number) => number {
  const counts = createTextMemory<number>(most, () => 1);
  return (key, compute) => {
    const known = counts.get(key);
    if (known !== undefined) return known;
    const count = compute();
    counts.set(key, count);
    return count;
  };
}
