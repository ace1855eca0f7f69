'use client';

import { useRef } from 'react';
import type { MemoryEntry } from '@/lib/store/analysis/memory-outlook.ts';

/** The same entries, each the object that it was for as long as it says the same: what reads it is not drawn again. */
export function useStableEntries(entries: readonly MemoryEntry[]): readonly MemoryEntry[] {
  const last = useRef<ReadonlyMap<string, MemoryEntry>>(new Map());
  const stable = entries.map((entry) => {
    const before = last.current.get(entry.path);
    return before && isSame(before, entry) ? before : entry;
  });
  last.current = new Map(stable.map((entry) => [entry.path, entry]));
  return stable;
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
