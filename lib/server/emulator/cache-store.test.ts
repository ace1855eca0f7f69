import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { cacheStoreContract } from './cache-store-contract.ts';
import { createMemoryCacheStore } from './memory-cache-store.ts';
import { createRedisCacheStore } from './redis-cache-store.ts';
import { post, testEmulator } from './test-emulator.ts';
import { isUnreachable } from './unreachable-store.ts';

cacheStoreContract('in memory', async () => {
  const stores = new Map<string, ReturnType<typeof createMemoryCacheStore>>();
  return {
    open: (name, maxWorkspaceBytes = 4_000_000) => {
      const store = stores.get(name) ?? createMemoryCacheStore({ maxBytes: 64_000_000, maxWorkspaceBytes });
      stores.set(name, store);
      return store;
    },
    close: async () => undefined,
  };
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** A redis-server or valkey-server of its own on a free port, from the PATH. */
const SERVER = ['redis-server', 'valkey-server'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

async function startRedis() {
  const port = await freePort();
  const child = spawn(
    SERVER ?? '',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  for await (const chunk of child.stdout) if (/Ready to accept connections/.test(String(chunk))) break;
  child.stdout.resume();
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

if (SERVER === undefined) {
  process.stderr.write(
    'Skipped: the store contract on Redis, for there is no redis-server or valkey-server on the PATH.\n',
  );
} else {
  cacheStoreContract(`${SERVER}, two connections`, async () => {
    const redis = await startRedis();
    const opened: ReturnType<typeof createRedisCacheStore>[] = [];
    return {
      open: (name, maxWorkspaceBytes) => {
        const inner = createRedisCacheStore({ url: redis.url, ...(maxWorkspaceBytes && { maxWorkspaceBytes }) });
        opened.push(inner);
        const own = (workspace: string) => `${name}/${workspace}`;
        return {
          get: (workspace, keys) => inner.get(own(workspace), keys),
          put: (workspace, entries) => inner.put(own(workspace), entries),
          note: (workspace, key, text) => inner.note(own(workspace), key, text),
          noted: (workspace, key) => inner.noted(own(workspace), key),
        };
      },
      close: async () => {
        await Promise.all(opened.map((store) => store.close()));
        await redis.stop();
      },
    };
  });

  describe('two emulators over one Redis', () => {
    it('EMU-17: the one reads what the other has created; when Redis is gone both say so', async () => {
      const redis = await startRedis();
      const stores = [createRedisCacheStore({ url: redis.url }), createRedisCacheStore({ url: redis.url })];
      const request = {
        model: 'claude-opus-5-5',
        max_tokens: 20,
        system: [{ type: 'text', text: 'word '.repeat(1000), cache_control: { type: 'ephemeral' } }],
        messages: [{ role: 'user', content: 'hello' }],
      };
      const usages = [];
      for (const store of stores) {
        const answer = await testEmulator({ store }).emulator.messages(post(request));
        usages.push((await answer.json()).usage);
      }
      expect(usages.map((usage) => usage.cache_creation_input_tokens)).toEqual([1000, 0]);
      expect(usages.map((usage) => usage.cache_read_input_tokens)).toEqual([0, 1000]);
      await redis.stop();
      const answer = await testEmulator({ ...(stores[0] && { store: stores[0] }) }).emulator.messages(post(request));
      expect(answer.status).toBe(500);
      expect((await answer.json()).error).toMatchObject({
        type: 'api_error',
        message: expect.stringContaining('REDIS_URL'),
      });
      await Promise.all(stores.map((store) => store.close().catch(() => undefined)));
    });
  });
}

describe('a store that cannot be reached', () => {
  it('EMU-17: fails each call, without its address', async () => {
    const store = createRedisCacheStore({ url: `redis://user:canary-secret@127.0.0.1:${await freePort()}` });
    const failure = await store.get('w', ['a']).catch((error: unknown) => error);
    expect(isUnreachable(failure)).toBe(true);
    expect(JSON.stringify(failure) + String(failure)).not.toContain('canary');
    await store.close().catch(() => undefined);
  });

  it('EMU-17: a fault of our own is not taken for it', async () => {
    const store = { ...createMemoryCacheStore(), get: () => Promise.reject(new TypeError('a bug')) };
    const { emulator } = testEmulator({ store });
    const request = { model: 'claude-opus-5-5', max_tokens: 1, messages: [{ role: 'user', content: 'hello' }] };
    await expect(emulator.messages(post(request))).rejects.toThrow('a bug');
  });
});
