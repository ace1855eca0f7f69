import { describe, expect, it, vi } from 'vitest';
import type { BackendEvent } from './backend.ts';
import { CONTRACT, collect, failureOf } from './backend-contract.ts';
import { encodeEvent } from './event-stream.ts';
import { createSendClient } from './send-client.ts';

const body = { backend: 'emulator', request: CONTRACT.request, session: 's' };
const live = () => ({ signal: new AbortController().signal });
const DELTA: BackendEvent = { type: 'text-delta', text: 'x', at: 1 };
const END: BackendEvent = { type: 'message-end', at: 2, stopReason: 'end_turn' };

const answering = (answer: string | ReadableStream<Uint8Array>, init: ResponseInit = {}) =>
  createSendClient(
    async () => new Response(answer, init),
    () => 5,
  );

describe('the client of the page', () => {
  it('BACK-11: posts to its own server, the key of the visitor in a header of its own and nowhere else', async () => {
    const fetch = vi.fn(async (_path: string, _init: RequestInit) => new Response(encodeEvent(END)));
    await collect(createSendClient(fetch).send(body, { ...live(), visitorKey: CONTRACT.key }));
    const [path, init] = fetch.mock.calls[0] ?? [];
    expect(path).toBe('/api/send');
    expect(new Headers(init?.headers).get('x-visitor-key')).toBe(CONTRACT.key);
    expect(init?.body).toBe(JSON.stringify(body));
    await collect(createSendClient(fetch).send(body, live()));
    expect(new Headers(fetch.mock.calls[1]?.[1]?.headers).has('x-visitor-key')).toBe(false);
  });

  it('BACK-11: gives the events as they come, and nothing after the end', async () => {
    const events = await collect(answering([DELTA, END, DELTA].map(encodeEvent).join('')).send(body, live()));
    expect(events).toEqual([DELTA, END]);
  });

  it('BACK-12: a dead server is unreachable', async () => {
    const client = createSendClient(async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(failureOf(await collect(client.send(body, live())))?.code).toBe('backend-unreachable');
    expect(await client.countTokens(body, live())).toMatchObject({ failure: { code: 'backend-unreachable' } });
  });

  it('BACK-12: a stream without an end is cut, whether it closes or breaks', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(encodeEvent(DELTA))),
      pull: (controller) => controller.error(new TypeError('network error')),
    });
    for (const answer of ['', encodeEvent(DELTA), broken]) {
      const events = await collect(answering(answer).send(body, live()));
      expect(events.at(-1)).toMatchObject({ type: 'failure', at: 5, failure: { code: 'stream-cut' } });
    }
  });

  it('BACK-12: what is no event is told apart from a cut', async () => {
    const events = await collect(answering('data: <html>\n\n').send(body, live()));
    expect(failureOf(events)?.code).toBe('backend-failed');
  });

  it("BACK-12: the server's own failure is passed on", async () => {
    const failure = { code: 'backend-unknown', message: 'No such backend.', place: 'backend' };
    const client = answering(JSON.stringify({ ok: false, failure }), { status: 404 });
    expect(failureOf(await collect(client.send(body, live())))).toEqual(failure);
    expect(await client.countTokens(body, live())).toEqual({ ok: false, failure });
  });

  it('BACK-12: another error page is named by its status', async () => {
    const events = await collect(answering('<html>', { status: 502 }).send(body, live()));
    expect(failureOf(events)).toMatchObject({ code: 'backend-failed', message: expect.stringContaining('502') });
  });

  it('BACK-12: Stop gives stopped, before and after the answer began', async () => {
    const before = createSendClient(async (_, { signal }) => Promise.reject(signal?.reason));
    const aborted = { signal: AbortSignal.abort() };
    expect(failureOf(await collect(before.send(body, aborted)))?.code).toBe('stopped');
    expect(await before.countTokens(body, aborted)).toMatchObject({ failure: { code: 'stopped' } });
    const stop = new AbortController();
    const events: BackendEvent[] = [];
    for await (const portion of answering(encodeEvent(DELTA)).send(body, { signal: stop.signal })) {
      events.push(...portion);
      stop.abort();
    }
    expect(failureOf(events)?.code).toBe('stopped');
  });

  it('BACK-7: counts', async () => {
    expect(await answering('{"tokens":7}').countTokens(body, live())).toEqual({ ok: true, value: 7 });
    expect(await answering('{"tokens":"7"}').countTokens(body, live())).toMatchObject({ ok: false });
    expect(await answering('<html>').countTokens(body, live())).toMatchObject({ ok: false });
  });
});
