import { describe, expect, it, vi } from 'vitest';
import { CONTRACT, collect, failureOf, textOf } from '@/lib/backends/backend-contract.ts';
import { startReplayServer } from '@/lib/backends/fixtures/replay-server.ts';
import { describeBackends, findBackend } from './backends.ts';

const call = (session: string, visitorKey?: string) => ({
  signal: new AbortController().signal,
  session,
  ...(visitorKey && { visitorKey }),
});

const lastUsage = async (session: string) => {
  const events = await collect(findBackend('emulator', {})?.send(CONTRACT.request, call(session)) ?? ([] as never));
  return events.findLast((event) => event.type === 'usage-report')?.usage;
};

describe('the configured backends', () => {
  it('BACK-13: the emulator comes first, needs no key, and says nothing of addresses or keys', () => {
    const told = describeBackends({ ANTHROPIC_API_KEY: CONTRACT.key, ANTHROPIC_BASE_URL: 'http://10.0.0.1' });
    expect(told).toEqual([
      { id: 'emulator', name: 'Emulator', kind: 'emulator', key: 'none' },
      { id: 'anthropic', name: 'Anthropic', kind: 'anthropic', key: 'server' },
    ]);
    expect(describeBackends({ ANTHROPIC_API_KEY: ' ' })[1]?.key).toBe('visitor');
    expect(findBackend('nobody', {})).toBeUndefined();
  });

  it('BACK-14: the emulator streams, and remembers each session by itself, even one no header could hold', async () => {
    const sessions = [`one-${Math.random()}`, `zwei\n✓-${Math.random()}`];
    for (const session of sessions) {
      expect(await lastUsage(session)).toMatchObject({ cacheReadTokens: 0 });
      const again = await lastUsage(session);
      expect(again?.cacheReadTokens).toBeGreaterThan(512);
    }
  }, 15_000);

  it("BACK-15: Anthropic without the operator's key needs a visitor's, and says so", async () => {
    const anthropic = findBackend('anthropic', {});
    for (const key of [undefined, 'a key', 'ключ']) {
      const events = await collect(anthropic?.send(CONTRACT.request, call('s', key)) ?? ([] as never));
      expect(failureOf(events)).toMatchObject({ code: 'backend-refused-key', place: 'key' });
      if (key) expect(JSON.stringify(events)).not.toContain(key);
    }
  });

  it("BACK-15: the operator's key is sent when there is one, whatever the visitor sends", async () => {
    const server = await startReplayServer({ file: 'answer.sse' });
    const environment = { ANTHROPIC_BASE_URL: server.baseURL, STRATA_USE_ANTHROPIC_BASE_URL: '1' };
    const send = async (more: Record<string, string>) =>
      textOf(
        await collect(
          findBackend('anthropic', { ...environment, ...more })?.send(CONTRACT.request, call('s', 'sk-visitor')) ??
            ([] as never),
        ),
      );
    expect(await send({ ANTHROPIC_API_KEY: 'sk-operator' })).toContain('A prefix');
    expect(await send({})).toContain('A prefix');
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer sk-operator',
      'Bearer sk-visitor',
    ]);
    await server.close();
  });

  it('BACK-16: ANTHROPIC_BASE_URL alone is not honoured', async () => {
    const fetch = vi.fn(async (_url: string) => Promise.reject(new TypeError('no network in tests')));
    vi.stubGlobal('fetch', fetch);
    const environment = { ANTHROPIC_BASE_URL: 'http://elsewhere.test', ANTHROPIC_API_KEY: 'sk-x' };
    const events = await collect(
      findBackend('anthropic', environment)?.send(CONTRACT.request, call('s')) ?? ([] as never),
    );
    vi.unstubAllGlobals();
    expect(fetch.mock.calls.map(([url]) => url)).toEqual(['https://api.anthropic.com/v1/messages']);
    expect(failureOf(events)?.code).toBe('backend-unreachable');
  });
});
