import { createClient } from '@redis/client';
import { TTL_MILLISECONDS } from '@/lib/cache/cache-rules.ts';
import type { CacheEntry } from '@/lib/cache/messages-policy.ts';
import type { CacheStore } from './cache-store.ts';
import { NOTE_SCRIPT, PUT_SCRIPT, READ_SCRIPT } from './redis-scripts.ts';
import { UnreachableStore } from './unreachable-store.ts';

export interface RedisStoreOptions {
  /** `redis://` or `rediss://`, with user and password if it needs them. */
  readonly url: string;
  readonly maxWorkspaceBytes?: number;
  /** How long a workspace that nobody uses stays, in milliseconds. Entries' own lifetimes go by the clock of requests. */
  readonly stayMilliseconds?: number;
}

const DAY = 86_400_000;
const PATIENCE_MILLISECONDS = 2_000;

/** Entries in Redis or Valkey, so that several instances share one cache; each call is one atomic script. */
export function createRedisCacheStore(options: RedisStoreOptions): CacheStore & { close(): Promise<void> } {
  const { url, maxWorkspaceBytes = 4_000_000, stayMilliseconds = DAY } = options;
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: PATIENCE_MILLISECONDS },
    socket: { connectTimeout: PATIENCE_MILLISECONDS, reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 5_000) },
  });
  // Without a listener a lost connection would end the process; each call that it fails says so.
  client.on('error', () => undefined);
  let opening: Promise<unknown> | undefined;

  const run = async (script: string, workspace: string, values: readonly string[]): Promise<unknown> => {
    try {
      if (!client.isOpen) opening = undefined;
      opening ??= client.connect();
      await patient(opening);
      // Braces keep a workspace's keys on one node of a cluster.
      const keys = ['records', 'order', 'counters'].map((part) => `strata:emulator:{${workspace}}:${part}`);
      return await client.eval(script, { keys, arguments: [String(stayMilliseconds), ...values] });
    } catch {
      // The client's own words may hold the address with its password.
      throw new UnreachableStore('The store behind REDIS_URL does not answer.');
    }
  };

  return {
    get: async (workspace, keys) => {
      const found = new Map<string, CacheEntry>();
      if (keys.length === 0) return found;
      const values = (await run(READ_SCRIPT, workspace, keys.map(entryField))) as (string | null)[];
      for (const [index, key] of keys.entries()) {
        const entry = readEntry(key, values[index]);
        if (entry) found.set(key, entry);
      }
      return found;
    },
    put: async (workspace, entries) => {
      if (entries.length === 0) return;
      const limits = [maxWorkspaceBytes, TTL_MILLISECONDS['5m'], TTL_MILLISECONDS['1h']].map(String);
      const fields = entries.flatMap(({ key, ttl, startedAt, readableAt }) => [
        entryField(key),
        ttl,
        String(startedAt),
        String(readableAt),
      ]);
      await run(PUT_SCRIPT, workspace, [...limits, ...fields]);
    },
    note: async (workspace, name, text) => {
      await run(NOTE_SCRIPT, workspace, [String(maxWorkspaceBytes), noteField(name), text]);
    },
    noted: async (workspace, name) => {
      const [text] = (await run(READ_SCRIPT, workspace, [noteField(name)])) as (string | null)[];
      return text ?? undefined;
    },
    close: async () => {
      if (client.isOpen) await client.close();
    },
  };
}

const entryField = (key: string): string => `e ${key}`;
const noteField = (name: string): string => `n ${name}`;

function readEntry(key: string, value: string | null | undefined): CacheEntry | undefined {
  const [ttl, startedAt, readableAt] = (value ?? '').split(' ');
  if (ttl !== '5m' && ttl !== '1h') return undefined;
  return { key, ttl, startedAt: Number(startedAt), readableAt: Number(readableAt) };
}

/** Reconnecting goes on behind a call; a call waits no longer than this. */
async function patient(opening: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnreachableStore('Too slow.')), PATIENCE_MILLISECONDS);
  });
  await Promise.race([opening, tooLong]).finally(() => clearTimeout(timer));
}
