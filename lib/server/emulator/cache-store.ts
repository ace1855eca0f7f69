import { TTL_MILLISECONDS } from '@/lib/cache/cache-rules.ts';
import type { CacheEntry } from '@/lib/cache/messages-policy.ts';

/** Where the emulator keeps its entries; workspaces never see each other's. Times are the callers', so nothing expires by itself. */
export interface CacheStore {
  /** The entries under these keys that are held, live or not. */
  get(workspace: string, keys: readonly string[]): Promise<ReadonlyMap<string, CacheEntry>>;
  /** Adds entries, each merged with what is held under its key. */
  put(workspace: string, entries: readonly CacheEntry[]): Promise<void>;
  /** Keeps a text under a name, as long as there is room for it. */
  note(workspace: string, name: string, text: string): Promise<void>;
  /** The text kept under a name, if it is still there. */
  noted(workspace: string, name: string): Promise<string | undefined>;
}

const expiry = (entry: CacheEntry): number => entry.startedAt + TTL_MILLISECONDS[entry.ttl];

/**
 * One entry of two that were written under one key at about the same time: readable as soon as either was, for as long as the
 * longer-lived lasts. When one had run out before the other started, the later one counts alone.
 */
export function mergeEntries(held: CacheEntry | undefined, added: CacheEntry): CacheEntry {
  if (!held || expiry(held) <= added.startedAt) return added;
  if (expiry(added) <= held.startedAt) return held;
  const lasting = expiry(held) > expiry(added) ? held : added;
  return { ...lasting, readableAt: Math.min(held.readableAt, added.readableAt) };
}
