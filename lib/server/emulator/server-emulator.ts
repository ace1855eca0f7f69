import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import type { Digest } from '@/lib/cache/digest.ts';
import { createTokenEstimator } from '@/lib/tokens/estimator.ts';
import { createEmulator, type Emulator } from './emulator.ts';
import { createMemoryCacheStore } from './memory-cache-store.ts';
import { sleep } from './sleep.ts';

const INSTANCE = Symbol.for('strata.emulator');

/** The one emulator of this process: a framework may load this module several times, and all must share its cache. */
export function serverEmulator(): Emulator {
  const shared = globalThis as { [INSTANCE]?: Emulator };
  shared[INSTANCE] ??= createEmulator({
    clock: Date.now,
    ids: { message: () => randomId('msg_01'), request: () => randomId('req_01') },
    store: createMemoryCacheStore(),
    digest: nativeSha256,
    countTokens: createTokenEstimator().count,
    sleep,
    rules: DEFAULT_RULES,
  });
  return shared[INSTANCE];
}

export const nativeSha256: Digest = (text) => createHash('sha256').update(text).digest('hex');

const randomId = (prefix: string): string => prefix + randomBytes(16).toString('base64url').replaceAll(/[-_]/g, 'x');
