import { createHash } from 'node:crypto';
import Anthropic from '@anthropic-ai/sdk';
import { DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { createJsonMemory } from '@/lib/server/json-memory.ts';
import type { CountTokens } from '@/lib/tokens/token-count.ts';
import { createCountMemory } from './count-memory.ts';
import { createEmulator } from './emulator.ts';
import type { EmulatorDeps } from './emulator-deps.ts';
import { inProcessFetch } from './in-process-fetch.ts';
import { createMemoryCacheStore } from './memory-cache-store.ts';
import { sleep } from './sleep.ts';

/** For tests: one token a word, so that figures can be written down. */
const countWords: CountTokens = (text) => {
  const tokens = text.match(/\S+/g)?.length ?? 0;
  return { tokens, low: tokens, high: tokens, method: 'exact' };
};

/** For tests: an emulator of its own, with counted ids, and the official SDK pointed at it. */
export function testEmulator(deps: Partial<EmulatorDeps> = {}) {
  const emulator = createEmulator({
    clock: () => 1_000_000,
    ids: { message: numbered('msg'), request: numbered('req') },
    store: createMemoryCacheStore(),
    readBody: createJsonMemory(),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    countTokens: countWords,
    rememberCount: createCountMemory(),
    links: new WeakMap(),
    sleep,
    rules: DEFAULT_RULES,
    ...deps,
  });
  const fetch = inProcessFetch(() => emulator);
  const client = (apiKey = 'test-key') =>
    new Anthropic({ apiKey, baseURL: 'http://emulator.test', maxRetries: 0, logLevel: 'off', fetch });
  return { emulator, fetch, client };
}

function numbered(prefix: string): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}_${last}`;
  };
}

/** For tests: a raw call of the messages endpoint. */
export const post = (body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal): Request =>
  new Request('http://emulator.test/v1/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': 'test-key', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal && { signal }),
  });
