import { describe, expect, it } from 'vitest';
import { CONTRACT, collect, failureOf, textOf } from '@/lib/backends/backend-contract.ts';
import { startReplayServer } from '@/lib/backends/fixtures/replay-server.ts';
import { vendorModels } from '@/lib/backends/vendor-models.ts';
import { configuration } from '@/lib/server/configuration/configuration.ts';
import { defaultBackend, describeBackends, findBackend } from './backends.ts';
import { reachable } from './declared-fetch.ts';

const declaring = (baseUrl: string) =>
  JSON.stringify({ backends: [{ name: 'Anthropic', kind: 'anthropic', baseUrl, keyVariable: 'ANTHROPIC_API_KEY' }] });

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
    const models = vendorModels('anthropic');
    expect(told).toEqual([
      { id: 'emulator', name: 'Emulator', kind: 'emulator', key: 'none', models },
      { id: 'anthropic', name: 'Anthropic', kind: 'anthropic', key: 'server', models },
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

  it("BACK-15, BACK-64: the visitor's key is sent where there is one, else the operator's", async () => {
    const server = await startReplayServer({ file: 'answer.sse' });
    const send = async (environment: Record<string, string>, key?: string) => {
      const all = { ...environment, STRATA_BACKENDS: declaring(server.baseURL) };
      return textOf(
        await collect(findBackend('anthropic', all)?.send(CONTRACT.request, call('s', key)) ?? ([] as never)),
      );
    };
    expect(await send({ ANTHROPIC_API_KEY: 'sk-operator' })).toContain('A prefix');
    expect(await send({ ANTHROPIC_API_KEY: 'sk-operator' }, 'sk-visitor')).toContain('A prefix');
    expect(await send({}, 'sk-visitor')).toContain('A prefix');
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer sk-operator',
      'Bearer sk-visitor',
      'Bearer sk-visitor',
    ]);
    await server.close();
  });

  it('BACK-16: ANTHROPIC_BASE_URL is not honoured: many shells set it for other programs', () => {
    const [anthropic] = configuration({
      ANTHROPIC_BASE_URL: 'http://elsewhere.test',
      ANTHROPIC_API_KEY: 'sk-x',
    }).backends;
    expect(anthropic?.baseUrl).toBe('https://api.anthropic.com');
  });

  it('BACK-13, BACK-60: declared backends follow the emulator in their order, with what may be known of them', () => {
    const backends = [
      { name: 'Local', kind: 'llamacpp', baseUrl: 'http://127.0.0.1:8080', models: ['a', 'b'] },
      {
        name: 'Proxy',
        kind: 'litellm',
        baseUrl: 'http://10.0.0.5:4000',
        keyVariable: 'PROXY_KEY',
        upstream: 'vllm',
        family: 'responses',
      },
    ];
    const environment = { STRATA_BACKENDS: JSON.stringify({ default: 'Local', backends }), PROXY_KEY: 'sk-canary' };
    const told = describeBackends(environment);
    expect(told.slice(1)).toEqual([
      { id: 'local', name: 'Local', kind: 'llamacpp', key: 'none', models: ['a', 'b'] },
      { id: 'proxy', name: 'Proxy', kind: 'litellm', key: 'server', upstream: 'vllm', family: 'responses' },
    ]);
    expect(describeBackends({ ...environment, PROXY_KEY: '' })[2]?.key).toBe('visitor');
    expect(JSON.stringify(told)).not.toMatch(/canary|127\.0|10\.0/);
    expect(defaultBackend(environment)).toBe('local');
  });

  it.each([
    ['http://gpu.example', {}, false],
    ['http://gpu.example', { STRATA_LISTENS_ON_LOOPBACK: '1' }, true],
    ['http://gpu.example', { STRATA_LISTENS_ON_LOOPBACK: '1', STRATA_ALLOWED_HOSTS: 'a.example' }, false],
    ['http://10.0.0.5:8000', {}, true],
    ['http://localhost:8080', {}, true],
  ])('BACK-66: %s with %j may lead to a private address: %s', (baseUrl, environment, isAllowed) => {
    const reach = (privateNetwork: boolean) =>
      (['public', 'private', 'loopback', 'link-local', 'special'] as const).filter(
        reachable({ baseUrl, privateNetwork }, environment),
      );
    expect(reach(false)).toEqual(isAllowed ? ['public', 'private', 'loopback'] : ['public']);
    expect(reach(true)).toEqual(['public', 'private', 'loopback']);
  });
});
