import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CacheEntry } from '@/lib/cache/messages-policy.ts';
import { mergeEntries } from './cache-store.ts';
import { createMemoryCacheStore } from './memory-cache-store.ts';

const entry = (key: string, startedAt = 0, ttl: '5m' | '1h' = '5m', readableAt = startedAt): CacheEntry => ({
  key,
  ttl,
  startedAt,
  readableAt,
});
const names = fc.constantFrom('a', 'b', 'c');
const keys = fc.integer({ min: 0, max: 30 }).map((number) => `key-${number}`);

describe('EMU-17: the cache store in memory', () => {
  it('stays within its bounds and never mixes workspaces, whatever is put', async () => {
    const puts = fc.array(fc.tuple(names, fc.array(keys, { maxLength: 6 })), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(puts, async (commands) => {
        const store = createMemoryCacheStore({ maxBytes: 5_000, maxWorkspaceBytes: 2_500 });
        const ever = new Map<string, Set<string>>();
        for (const [name, added] of commands) {
          await store.put(
            name,
            added.map((key) => entry(`${name}/${key}`)),
          );
          ever.set(name, new Set([...(ever.get(name) ?? []), ...added.map((key) => `${name}/${key}`)]));
          expect(store.bytes()).toBeLessThanOrEqual(5_000);
          expect(store.bytes()).toBeGreaterThanOrEqual(0);
          for (const other of ['a', 'b', 'c'].filter((each) => each !== name)) {
            expect((await store.get(other, [...(ever.get(name) ?? [])])).size).toBe(0);
          }
          const last = added.at(-1);
          if (last) expect((await store.get(name, [`${name}/${last}`])).size).toBe(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lets go first of what was not read for longest, and of whole workspaces in the same way', async () => {
    const store = createMemoryCacheStore({ maxBytes: 1_500, maxWorkspaceBytes: 700 });
    await store.put('a', [entry('1'), entry('2'), entry('3')]);
    await store.get('a', ['1']);
    await store.put('a', [entry('4')]);
    expect([...(await store.get('a', ['1', '2', '3', '4'])).keys()]).toEqual(['1', '3', '4']);
    await store.put('b', [entry('1'), entry('2')]);
    await store.get('a', ['1']);
    await store.put('c', [entry('1'), entry('2'), entry('3')]);
    expect((await store.get('b', ['1', '2'])).size).toBe(0);
    expect((await store.get('a', ['1'])).size).toBe(1);
  });
});

describe('EMU-10: two writes under one key', () => {
  it('overlapping: readable as soon as either, for as long as the longer lasts', () => {
    expect(mergeEntries(entry('k', 0, '5m', 900), entry('k', 100, '5m', 400))).toEqual(entry('k', 100, '5m', 400));
    expect(mergeEntries(entry('k', 0, '1h', 50), entry('k', 100, '5m', 400))).toEqual(entry('k', 0, '1h', 50));
  });

  it('apart: only the later counts, in whatever order they come', () => {
    const [early, late] = [entry('k', 0, '5m', 10), entry('k', 300_000, '5m', 300_200)];
    expect(mergeEntries(early, late)).toEqual(late);
    expect(mergeEntries(late, early)).toEqual(late);
    expect(mergeEntries(undefined, late)).toEqual(late);
  });
});
