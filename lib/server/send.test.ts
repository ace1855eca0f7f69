import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BackendEvent } from '@/lib/backends/backend.ts';
import { CONTRACT, collect, eventsOf, failureOf, textOf } from '@/lib/backends/backend-contract.ts';
import { startReplayServer } from '@/lib/backends/fixtures/replay-server.ts';
import { createSendClient } from '@/lib/backends/send-client.ts';
import { backendRoute } from './backend-route.ts';
import { eventResponse } from './event-response.ts';

const answer = backendRoute(({ backend, request, options }) => eventResponse(backend.send(request, options)));

/** What the route does, without a server in front. */
const route = (path: string, init: RequestInit): Promise<Response> =>
  answer(new Request(`http://localhost${path}`, init));

const client = createSendClient(route);
const body = (session: string) => ({ backend: 'emulator', request: CONTRACT.request, session });
const live = () => ({ signal: new AbortController().signal });
const posted = (value: unknown) => route('/api/send', { method: 'POST', body: JSON.stringify(value) });

/** A declaration of Anthropic at a server of the test's own. */
const declaring = (baseUrl: string) =>
  JSON.stringify({ backends: [{ name: 'Anthropic', kind: 'anthropic', baseUrl, keyVariable: 'ANTHROPIC_API_KEY' }] });

const OWN = { name: 'Mine', kind: 'anthropic', baseUrl: 'http://127.0.0.1:9' };
const ownCall = (server: unknown, headers: Record<string, string> = {}) =>
  route('/api/send', { method: 'POST', headers, body: JSON.stringify({ ...body('s'), backend: 'own-1', server }) });

afterEach(() => vi.unstubAllEnvs());

describe('a server of the visitor’s own', () => {
  it('BACK-65: is refused outside local mode, and in it when the call came through a proxy', async () => {
    const isRefused = async (headers?: Record<string, string>) => {
      const response = await ownCall(OWN, headers);
      const text = await response.text();
      return response.status === 403 && text.includes('takes no addresses from visitors');
    };
    expect(await isRefused()).toBe(true);
    vi.stubEnv('STRATA_LISTENS_ON_LOOPBACK', '1');
    expect(await isRefused({ 'x-forwarded-for': '203.0.113.9' })).toBe(true);
    expect(await isRefused({ 'x-forwarded-for': '127.0.0.1, 10.0.0.4' })).toBe(true);
    expect(await isRefused({ forwarded: 'for=192.0.2.1' })).toBe(true);
    expect(await isRefused({ 'x-forwarded-for': '::ffff:127.0.0.1' })).toBe(false);
    vi.stubEnv('STRATA_ALLOWED_HOSTS', 'strata.example.com');
    expect(await isRefused()).toBe(true);
  });

  it.each([
    [{ ...OWN, baseUrl: 'http://169.254.169.254/latest' }, 403, 'link-local'],
    [{ ...OWN, baseUrl: 'http://2852039166/' }, 403, 'link-local'],
    [{ ...OWN, baseUrl: 'http://[::ffff:169.254.169.254]/' }, 403, 'link-local'],
    [{ ...OWN, baseUrl: 'http://8.8.8.8/' }, 403, 'public'],
    [{ ...OWN, baseUrl: 'http://0.0.0.0/' }, 403, 'special'],
    [{ ...OWN, baseUrl: 'file:///etc/passwd' }, 400, 'http or https'],
    [{ ...OWN, kind: 'emulator' }, 400, 'server.kind'],
    [{ ...OWN, upstream: 'emulator' }, 400, 'server.upstream'],
    [{ ...OWN, upstream: 'vllm' }, 400, 'behind a proxy'],
    [{ ...OWN, key: 'sk-x' }, 400, '"place":"server"'],
    ['http://127.0.0.1', 400, 'object'],
  ])('BACK-66: %j is answered %i', async (server, status, words) => {
    vi.stubEnv('STRATA_LISTENS_ON_LOOPBACK', '1');
    const response = await ownCall(server);
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(words)]);
  });

  it('BACK-64: gets the visitor’s key, or none; never the operator’s', async () => {
    vi.stubEnv('STRATA_LISTENS_ON_LOOPBACK', '1');
    vi.stubEnv('ANTHROPIC_API_KEY', 'sk-operator');
    const server = await startReplayServer({ file: 'answer.sse' });
    const own = { ...OWN, kind: 'litellm', baseUrl: server.baseURL, upstream: 'vllm', arithmetic: 'exclusive' };
    for (const headers of [{}, { 'x-visitor-key': 'sk-mine' }])
      expect(await (await ownCall(own, headers)).text()).toContain('message-end');
    expect(server.requests.map(({ headers }) => [headers.authorization, headers['x-api-key']])).toEqual([
      [undefined, undefined],
      ['Bearer sk-mine', undefined],
    ]);
    await server.close();
  });
});

describe('the interface of a server of the visitor’s own', () => {
  it('BACK-71: is the one that is declared for it, else its kind’s', async () => {
    vi.stubEnv('STRATA_LISTENS_ON_LOOPBACK', '1');
    const server = await startReplayServer({ file: 'answer.sse' });
    const own = { ...OWN, kind: 'llamacpp', baseUrl: server.baseURL };
    for (const family of [{}, { family: 'chat-completions' }, { family: 'responses' }])
      await (await ownCall({ ...own, ...family })).text();
    const paths = server.requests.map(({ path }) => path).filter((path) => path !== '/metrics');
    expect(paths).toEqual(['/v1/messages', '/v1/chat/completions', '/v1/responses']);
    await server.close();
  });
});

describe('from the page to a backend and back', () => {
  it('BACK-17: the second send of a session reads what the first created', async () => {
    const session = `send-${Math.random()}`;
    const usages = [];
    for (let time = 0; time < 2; time += 1) {
      const events = await collect(client.send(body(session), live()));
      expect(events.at(-1)?.type).toBe('message-end');
      expect(textOf(events)).toContain("Strata's emulator");
      usages.push(events.findLast((event) => event.type === 'usage-report')?.usage);
    }
    expect(usages[0]).toMatchObject({ cacheReadTokens: 0 });
    expect(usages[1]).toMatchObject({ cacheReadTokens: usages[0]?.cacheCreation5mTokens, cacheCreation5mTokens: 0 });
  }, 15_000);

  it('BACK-17: Stop reaches the backend through the route', async () => {
    const stop = new AbortController();
    const events: BackendEvent[] = [];
    for await (const event of eventsOf(client.send(body(`stop-${Math.random()}`), { signal: stop.signal }))) {
      events.push(event);
      if (event.type === 'text-delta') stop.abort();
    }
    expect(failureOf(events)?.code).toBe('stopped');
  });

  it('BACK-17: when the page leaves, the request to the provider ends', async () => {
    const server = await startReplayServer({ file: 'answer.sse', pace: { bytes: 60, milliseconds: 20 } });
    vi.stubEnv('ANTHROPIC_API_KEY', 'sk-operator');
    vi.stubEnv('STRATA_BACKENDS', declaring(server.baseURL));
    const response = await posted({ ...body('leave'), backend: 'anthropic' });
    vi.unstubAllEnvs();
    const reader = response.body?.getReader();
    for (let part = ''; !part.includes('text-delta'); ) part = new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    await server.clientLeft;
    await server.close();
  });

  it('DIAG-17: a time that passes by the emulator’s clock runs its entries out, and its header counts when that is asked for', async () => {
    const session = `clock-${Math.random()}`;
    const sent = async (emulator?: { now?: number; keepsHeader?: boolean }) => {
      const events = await collect(client.send({ ...body(session), ...(emulator && { emulator }) }, live()));
      return events.findLast((event) => event.type === 'usage-report')?.usage;
    };
    const now = Date.now();
    await sent({ now });
    expect((await sent({ now: now + 240_000 }))?.cacheReadTokens).toBeGreaterThan(0);
    expect((await sent({ now: now + 600_000 }))?.cacheReadTokens).toBe(0);
  }, 15_000);

  it.each([
    ['previousMessageId', { previousMessageId: 'msg 1\r\nx: y' }],
    ['previousMessageId', { previousMessageId: 7 }],
    ['emulator', { emulator: { now: 'noon' } }],
    ['emulator', { emulator: { keepsHeader: 'yes' } }],
    ['emulator', { emulator: null }],
  ])('BACK-17: a wrong %s is refused with its place', async (place, wrong) => {
    const answer = await posted({ ...body('s'), ...wrong });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ failure: { code: 'request-invalid', place } });
  });

  it('BACK-17: the answer is an event stream that nothing keeps', async () => {
    const response = await posted(body('headers'));
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    await response.body?.cancel();
  });

  const refused: [unknown, number, object][] = [
    [{ ...body('s'), backend: 'nobody' }, 404, { code: 'backend-unknown', place: 'backend' }],
    [{ ...body('s'), backend: 7 }, 400, { code: 'request-invalid', place: 'backend' }],
    [{ ...body('s'), request: [] }, 400, { code: 'request-invalid', place: 'request' }],
    [{ ...body('s'), session: '' }, 400, { code: 'request-invalid', place: 'session' }],
    [null, 400, { code: 'request-invalid' }],
  ];
  for (const [value, status, failure] of refused) {
    it(`BACK-18: ${JSON.stringify(value).slice(0, 40)}… is answered ${status}`, async () => {
      const response = await posted(value);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ ok: false, failure });
    });
  }

  it("BACK-6: a fault of the request comes back as the backend's failure, with its place", async () => {
    const events = await collect(client.send({ ...body('s'), request: CONTRACT.rejected.request }, live()));
    expect(failureOf(events)).toMatchObject({ code: 'backend-rejected', place: CONTRACT.rejected.path });
  });
});
