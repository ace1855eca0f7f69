import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CacheEntry } from '@/lib/cache/messages-policy.ts';
import { type CacheStore, mergeEntries } from './cache-store.ts';

export interface StoreUnderTest {
  /** A store over nothing, that keeps so many bytes a workspace; two with one name share what they hold. */
  open(name: string, maxWorkspaceBytes?: number): CacheStore;
  close(): Promise<void>;
}

const entry = (key: string, startedAt = 0, ttl: '5m' | '1h' = '5m', readableAt = startedAt): CacheEntry => ({
  key,
  ttl,
  startedAt,
  readableAt,
});

/** Registers the cases that every store passes; titles cite docs/spec/emulator.md. */
export function cacheStoreContract(what: string, start: () => Promise<StoreUnderTest>): void {
  describe(`the store contract: ${what}`, () => {
    let subject: StoreUnderTest;
    let number = 0;
    const fresh = (maxWorkspaceBytes?: number) => {
      number += 1;
      return subject.open(`store-${number}`, maxWorkspaceBytes);
    };
    beforeAll(async () => {
      subject = await start();
    });
    afterAll(() => subject.close());

    it('EMU-17: gives back what was put, by its key, and nothing else', async () => {
      const store = fresh();
      expect(await store.get('w', ['a'])).toEqual(new Map());
      await store.put('w', []);
      await store.put('w', [entry('a', 1_760_000_000_123, '1h', 1_760_000_000_456), entry('b')]);
      expect(await store.get('w', ['a', 'x', 'b'])).toEqual(
        new Map([
          ['a', entry('a', 1_760_000_000_123, '1h', 1_760_000_000_456)],
          ['b', entry('b')],
        ]),
      );
      expect(await store.get('w', [])).toEqual(new Map());
    });

    it('EMU-2: workspaces never see each other’s', async () => {
      const store = fresh();
      await store.put('one', [entry('a')]);
      await store.note('one', 'a', 'text');
      expect((await store.get('other', ['a'])).size).toBe(0);
      expect(await store.noted('other', 'a')).toBeUndefined();
    });

    it('EMU-10: merges two writes under one key as the rules say, whatever they are', async () => {
      const any = fc.record({
        key: fc.constant('k'),
        ttl: fc.constantFrom('5m' as const, '1h' as const),
        startedAt: fc.integer({ min: 0, max: 5_000_000 }),
        readableAt: fc.integer({ min: 0, max: 5_000_000 }),
      });
      await fc.assert(
        fc.asyncProperty(any, any, any, async (one, two, three) => {
          const store = fresh();
          for (const each of [one, two, three]) await store.put('w', [each]);
          const merged = mergeEntries(mergeEntries(one, two), three);
          expect((await store.get('w', ['k'])).get('k')).toEqual(merged);
        }),
        { numRuns: 100 },
      );
    });

    it('EMU-17: of two instances that write at once, neither loses the other’s', async () => {
      const name = 'shared';
      const stores = [subject.open(name), subject.open(name)];
      await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          stores[index % 2]?.put('w', [entry('same', index), entry(`own-${index}`, index)]),
        ),
      );
      const found = await stores[0]?.get('w', ['same', ...Array.from({ length: 60 }, (_, index) => `own-${index}`)]);
      expect(found?.size).toBe(61);
      expect(found?.get('same')).toEqual(entry('same', 59, '5m', 0));
    });

    it('EMU-17: lets go of what was not used for longest, notes and entries alike, and stays within its bytes', async () => {
      const store = fresh(1_800);
      await store.put('w', [entry('1'), entry('2')]);
      await store.note('w', 'n', 'text');
      await store.get('w', ['1']);
      await store.put(
        'w',
        Array.from({ length: 6 }, (_, index) => entry(`more-${index}`)),
      );
      const first = await store.get('w', ['1', '2']);
      expect([...first.keys()]).toEqual(['1']);
      await store.put(
        'w',
        Array.from({ length: 100 }, (_, index) => entry(`flood-${index}`)),
      );
      const kept = await store.get(
        'w',
        Array.from({ length: 100 }, (_, index) => `flood-${index}`),
      );
      expect(kept.size).toBeLessThanOrEqual(10);
      expect(kept.has('flood-99')).toBe(true);
      expect(await store.noted('w', 'n')).toBeUndefined();
    });

    it('EMU-20: notes are texts by name, the last one counts, and are no entries', async () => {
      const store = fresh();
      expect(await store.noted('w', 'a')).toBeUndefined();
      await store.note('w', 'a', 'one');
      await store.note('w', 'a', 'zwei — «二»');
      expect(await store.noted('w', 'a')).toBe('zwei — «二»');
      expect((await store.get('w', ['a'])).size).toBe(0);
    });
  });
}
