import 'server-only';
import * as crypto from 'node:crypto';
import { DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import type { Digest } from '@/lib/cache/digest.ts';
import { createJsonMemory } from '@/lib/server/json-memory.ts';
import { createTokenEstimator } from '@/lib/tokens/estimator.ts';
import type { CacheStore } from './cache-store.ts';
import { createCountMemory } from './count-memory.ts';
import { createEmulator, type Emulator } from './emulator.ts';
import { createMemoryCacheStore } from './memory-cache-store.ts';
import { createRedisCacheStore } from './redis-cache-store.ts';
import { sleep } from './sleep.ts';

const SHARED = Symbol.for('strata.emulator');

interface Shared {
  readonly store: CacheStore;
  emulator?: Emulator;
}

/** This module's own, for development: there the code changes under the cache, which stays. */
let own: Emulator | undefined;

/** The one emulator of this process: a framework may load this module several times, and all must share its cache. */
export function serverEmulator(): Emulator {
  const holder = globalThis as { [SHARED]?: Shared };
  holder[SHARED] ??= { store: configuredStore(process.env['REDIS_URL']) };
  const shared = holder[SHARED];
  if (process.env.NODE_ENV === 'development') {
    own ??= emulatorOver(shared.store);
    return own;
  }
  shared.emulator ??= emulatorOver(shared.store);
  return shared.emulator;
}

/** In Redis or Valkey where `REDIS_URL` names one, so that several processes share a cache; else in this process. */
function configuredStore(url: string | undefined): CacheStore {
  return url?.trim() ? createRedisCacheStore({ url: url.trim() }) : createMemoryCacheStore();
}

function emulatorOver(store: CacheStore): Emulator {
  return createEmulator({
    clock: Date.now,
    ids: { message: () => randomId('msg_01'), request: () => randomId('req_01') },
    store,
    readBody: createJsonMemory(),
    digest: nativeSha256,
    countTokens: createTokenEstimator().count,
    rememberCount: createCountMemory(),
    links: new WeakMap(),
    sleep,
    rules: DEFAULT_RULES,
  });
}

/** In one call where Node.js has it (20.12 on): a request has a few dozen small hashes. */
export const nativeSha256: Digest = crypto.hash
  ? (text) => crypto.hash('sha256', text, 'hex')
  : (text) => crypto.createHash('sha256').update(text).digest('hex');

const randomId = (prefix: string): string => prefix + crypto.randomUUID().replaceAll('-', '').slice(0, 22);
