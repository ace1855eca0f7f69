'use client';

import { useRef } from 'react';
import type { MemoryEntry } from '@/lib/store/analysis/memory-outlook.ts';

/** The entries, each the object that it was for as long as it says the same: what reads it is not drawn again. */
export function useStableEntries(entries: readonly MemoryEntry[]): readonly MemoryEntry[] {
  const last = useRef(entries);
  last.current = keepEntries(last.current, entries);
  return last.current;
}

/** `next`, with the objects of `last` for what has not changed; `last` itself when nothing has. */
export function keepEntries(last: readonly MemoryEntry[], next: readonly MemoryEntry[]): readonly MemoryEntry[] {
  const known = new Map(last.map((entry) => [entry.path, entry]));
  const kept = next.map((entry) => {
    const before = known.get(entry.path);
    return before && isSame(before, entry) ? before : entry;
  });
  return kept.length === last.length && kept.every((entry, index) => entry === last[index]) ? last : kept;
}

function isSame(left: MemoryEntry, right: MemoryEntry): boolean {
  return (
    left.order === right.order &&
    left.reason === right.reason &&
    left.kind === right.kind &&
    left.cause === right.cause &&
    left.key === right.key &&
    left.warnings.join('\n') === right.warnings.join('\n')
  );
}
