import type { CacheEntry } from '@/lib/cache/messages-policy.ts';
import { type CacheStore, mergeEntries } from './cache-store.ts';

export interface MemoryCacheLimits {
  readonly maxBytes: number;
  readonly maxWorkspaceBytes: number;
}

const DEFAULT_LIMITS: MemoryCacheLimits = { maxBytes: 64_000_000, maxWorkspaceBytes: 4_000_000 };

/** What a record takes, about: its key, its text if it is one, its fields and its place in a map. */
const recordBytes = (key: string, value: CacheEntry | string): number =>
  200 + 2 * key.length + (typeof value === 'string' ? 2 * value.length : 0);

/** Entries and notes share a map, so that they share its bound and its order. */
const noteKey = (name: string): string => `note ${name}`;

type Records = Map<string, CacheEntry | string>;

/** Records in memory, least recently used first out: within a workspace, and whole workspaces when all together are too many. */
export function createMemoryCacheStore(limits: MemoryCacheLimits = DEFAULT_LIMITS): CacheStore & { bytes(): number } {
  const workspaces = new Map<string, { readonly records: Records; bytes: number }>();
  let total = 0;

  const touched = (name: string) => {
    const workspace = workspaces.get(name);
    if (workspace) {
      workspaces.delete(name);
      workspaces.set(name, workspace);
    }
    return workspace;
  };
  const read = (records: Records | undefined, key: string): CacheEntry | string | undefined => {
    const record = records?.get(key);
    if (!records || record === undefined) return undefined;
    records.delete(key);
    records.set(key, record);
    return record;
  };
  /** Writes what `merge` makes of what was there, then lets go of what is too much. */
  const write = (name: string, key: string, merge: (held: CacheEntry | string | undefined) => CacheEntry | string) => {
    const workspace = touched(name) ?? { records: new Map(), bytes: 0 };
    workspaces.set(name, workspace);
    const grow = (bytes: number) => {
      workspace.bytes += bytes;
      total += bytes;
    };
    const held = workspace.records.get(key);
    if (held !== undefined) grow(-recordBytes(key, held));
    workspace.records.delete(key);
    const made = merge(held);
    workspace.records.set(key, made);
    grow(recordBytes(key, made));
    // Behind many that were taken out the oldest is long to find, so it is not looked for in vain.
    for (const [oldest, record] of workspace.bytes > limits.maxWorkspaceBytes ? workspace.records : []) {
      if (workspace.bytes <= limits.maxWorkspaceBytes) break;
      workspace.records.delete(oldest);
      grow(-recordBytes(oldest, record));
    }
    for (const [oldest, { bytes }] of total > limits.maxBytes ? workspaces : []) {
      if (total <= limits.maxBytes || oldest === name) break;
      workspaces.delete(oldest);
      total -= bytes;
    }
  };

  return {
    bytes: () => total,
    get: async (name, keys) => {
      const records = touched(name)?.records;
      const found = new Map<string, CacheEntry>();
      if (!records) return found;
      for (const key of keys) {
        const record = read(records, key);
        if (typeof record === 'object') found.set(key, record);
      }
      return found;
    },
    put: async (name, entries) => {
      for (const entry of entries) {
        write(name, entry.key, (held) => mergeEntries(typeof held === 'object' ? held : undefined, entry));
      }
    },
    note: async (name, key, text) => write(name, noteKey(key), () => text),
    noted: async (name, key) => {
      const record = read(touched(name)?.records, noteKey(key));
      return typeof record === 'string' ? record : undefined;
    },
  };
}
