import type { ExactProgress } from '@/lib/store/exact-counter.ts';

/** How far an exact count has come, as "Counting, 7 of 25 calls", and what it waits for. */
export function describeProgress({ done, total, waiting }: ExactProgress): string {
  const pause = waiting === undefined ? '' : `; the provider asks to wait for ${waiting} s`;
  return total === 0 ? 'Counting …' : `Counting, ${done} of ${total} calls${pause}`;
}
