import type { CacheEntry } from '@/lib/cache/messages-policy.ts';
import { type CacheStore, mergeEntries } from './cache-store.ts';

export interface MemoryCacheLimits {
  readonly maxBytes: number;
  readonly maxWorkspaceBytes: number;
}

const DEFAULT_LIMITS: MemoryCacheLimits = { maxBytes: 64_000_000, maxWorkspaceBytes: 4_000_000 };

/** What an entry takes, about: its key, its fields and its place in a map. */
const entryBytes = (key: string): number => 200 + 2 * key.length;

/** Entries in memory, least recently used first out: within a workspace, and whole workspaces when all together are too many. */
export function createMemoryCacheStore(limits: MemoryCacheLimits = DEFAULT_LIMITS): CacheStore & { bytes(): number } {
  const workspaces = new Map<string, { entries: Map<string, CacheEntry>; bytes: number }>();
  let total = 0;

  const touched = (name: string) => {
    const workspace = workspaces.get(name);
    if (workspace) {
      workspaces.delete(name);
      workspaces.set(name, workspace);
    }
    return workspace;
  };
  const opened = (name: string) => {
    const workspace = touched(name) ?? { entries: new Map<string, CacheEntry>(), bytes: 0 };
    workspaces.set(name, workspace);
    return workspace;
  };

  return {
    bytes: () => total,
    get: async (name, keys) => {
      const found = new Map<string, CacheEntry>();
      const workspace = touched(name);
      for (const key of keys) {
        const entry = workspace?.entries.get(key);
        if (!workspace || !entry) continue;
        workspace.entries.delete(key);
        workspace.entries.set(key, entry);
        found.set(key, entry);
      }
      return found;
    },
    put: async (name, entries) => {
      if (entries.length === 0) return;
      const workspace = opened(name);
      const grow = (bytes: number) => {
        workspace.bytes += bytes;
        total += bytes;
      };
      for (const entry of entries) {
        const held = workspace.entries.get(entry.key);
        if (held) workspace.entries.delete(entry.key);
        else grow(entryBytes(entry.key));
        workspace.entries.set(entry.key, mergeEntries(held, entry));
      }
      for (const key of workspace.entries.keys()) {
        if (workspace.bytes <= limits.maxWorkspaceBytes) break;
        workspace.entries.delete(key);
        grow(-entryBytes(key));
      }
      for (const [oldest, { bytes }] of workspaces) {
        if (total <= limits.maxBytes || oldest === name) break;
        workspaces.delete(oldest);
        total -= bytes;
      }
    },
  };
}
