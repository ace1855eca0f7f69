import { describe, expect, it } from 'vitest';
import type { EmulatorDeps } from './emulator-deps.ts';
import { post, testEmulator } from './test-emulator.ts';

const REQUEST = {
  model: 'claude-opus-5-5',
  max_tokens: 400,
  system: [{ type: 'text' as const, text: 'word '.repeat(1000), cache_control: { type: 'ephemeral' as const } }],
  messages: [{ role: 'user' as const, content: 'one two three' }],
};
const STREAM = { ...REQUEST, stream: true as const };
const NOON = Date.parse('2026-11-21T12:00:00Z');

interface Sent {
  readonly event: string;
  readonly data: { type: string } & Record<string, unknown>;
}

const eventsOf = (text: string): Sent[] =>
  text
    .split('\n\n')
    .slice(0, -1)
    .map((block) => {
      const [event = '', data = ''] = block.split('\n');
      return { event: event.replace('event: ', ''), data: JSON.parse(data.replace('data: ', '')) };
    });

/** Sleeps that are written down and end when they are told to. */
function heldSleep() {
  const held: { milliseconds: number; wake: () => void }[] = [];
  const sleep: EmulatorDeps['sleep'] = (milliseconds, signal) =>
    new Promise((resolve) => {
      held.push({ milliseconds, wake: resolve });
      signal.addEventListener('abort', () => resolve());
    });
  return { held, sleep };
}

const tick = () => new Promise((resolve) => setTimeout(resolve));

describe('the stream', () => {
  it('EMU-8: has the events of the provider in its order, each under its own name', async () => {
    const response = await testEmulator().emulator.messages(post(STREAM));
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events = eventsOf(await response.text());
    expect(events.map(({ event }) => event).filter((event, index, all) => event !== all[index - 1])).toEqual([
      'message_start',
      'content_block_start',
      'ping',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
    for (const { event, data } of events) expect(data.type).toBe(event);
    expect(events.filter(({ event }) => event === 'content_block_delta').length).toBeGreaterThan(25);
  });

  it('EMU-9: message_start has the whole usage, message_delta repeats it without the split', async () => {
    const events = eventsOf(await (await testEmulator().emulator.messages(post(STREAM))).text());
    const counts = { input_tokens: 10, cache_creation_input_tokens: 1000, cache_read_input_tokens: 0 };
    expect(events[0]?.data).toMatchObject({
      message: {
        content: [],
        stop_reason: null,
        usage: { ...counts, cache_creation: { ephemeral_5m_input_tokens: 1000, ephemeral_1h_input_tokens: 0 } },
      },
    });
    const delta = events.find(({ event }) => event === 'message_delta')?.data;
    expect(delta).toMatchObject({ delta: { stop_reason: 'end_turn' }, usage: counts });
    expect(delta?.['usage']).not.toHaveProperty('cache_creation');
  });

  it('EMU-7: gives the same text and counts streamed as plain', async () => {
    const plain = await testEmulator().client().messages.create(REQUEST);
    const streamed = await testEmulator().client().messages.stream(REQUEST).finalMessage();
    expect(streamed).toMatchObject({ ...plain, usage: plain.usage });
  });

  it('EMU-14: waits before the first event and between pieces, as long as it is told', async () => {
    const { held, sleep } = heldSleep();
    const { emulator } = testEmulator({ sleep });
    const answer = emulator.messages(post(STREAM, { 'x-emulator-latency': '200, 15' }));
    await tick();
    expect(held.map(({ milliseconds }) => milliseconds)).toEqual([200]);
    held[0]?.wake();
    const reader = (await answer).body?.getReader();
    expect(eventsOf(new TextDecoder().decode((await reader?.read())?.value)).map(({ event }) => event)).toEqual([
      'message_start',
      'content_block_start',
      'ping',
    ]);
    const next = reader?.read();
    await tick();
    expect(held.map(({ milliseconds }) => milliseconds)).toEqual([200, 15]);
    held[1]?.wake();
    expect(new TextDecoder().decode((await next)?.value)).toContain('text_delta');
    await reader?.cancel();
  });

  it('EMU-15: cut breaks off half-way, after the cache was written', async () => {
    const { emulator } = testEmulator();
    const events = eventsOf(await (await emulator.messages(post(STREAM, { 'x-emulator-fault': 'cut' }))).text());
    expect(events.at(-1)?.event).toBe('content_block_delta');
    const plain = await (await emulator.messages(post(REQUEST, { 'x-emulator-fault': 'cut' }))).text();
    expect(() => JSON.parse(plain)).toThrow(SyntaxError);
    expect(plain).toContain('The cache held 1,000 tokens');
  });

  it('EMU-16: ends when the client leaves', async () => {
    const { held, sleep } = heldSleep();
    const leave = new AbortController();
    const { emulator } = testEmulator({ sleep });
    const response = await emulator.messages(post(STREAM, { 'x-emulator-latency': '0,15' }, leave.signal));
    const reader = response.body?.getReader();
    await reader?.read();
    const next = reader?.read();
    await tick();
    leave.abort();
    expect((await next)?.done).toBe(true);
    expect(held).toHaveLength(1);
  });
});

describe('EMU-10: when the cache can be read', () => {
  const usageOf = async (response: Promise<Response>) => JSON.parse(await (await response).text()).usage;

  it('example 20: two at once both write, one after the first token reads', async () => {
    const { held, sleep } = heldSleep();
    const { emulator } = testEmulator({ sleep });
    const together = [1, 2].map(() => emulator.messages(post(REQUEST, { 'x-emulator-latency': '200' })));
    await tick();
    const early = usageOf(emulator.messages(post(REQUEST)));
    expect((await early).cache_creation_input_tokens).toBe(1000);
    for (const { wake } of held) wake();
    for (const response of together) {
      expect(await usageOf(response)).toMatchObject({ cache_creation_input_tokens: 1000, cache_read_input_tokens: 0 });
    }
    expect((await usageOf(emulator.messages(post(REQUEST)))).cache_read_input_tokens).toBe(1000);
  });

  it('on the clock of x-emulator-now: from the start and the first latency on', async () => {
    const { emulator } = testEmulator({ sleep: async () => undefined });
    const at = (milliseconds: number, latency = '0') =>
      usageOf(
        emulator.messages(
          post(REQUEST, { 'x-emulator-now': String(NOON + milliseconds), 'x-emulator-latency': latency }),
        ),
      );
    await at(0, '200');
    expect((await at(199, '5000')).cache_read_input_tokens).toBe(0);
    expect((await at(200)).cache_read_input_tokens).toBe(1000);
  });

  it('EMU-13: takes ISO times as well, and an entry ends five minutes after its request began', async () => {
    const { emulator } = testEmulator();
    const at = (now: string) => usageOf(emulator.messages(post(REQUEST, { 'x-emulator-now': now })));
    await at('2026-11-21T12:00:00Z');
    expect((await at('2026-11-21T13:04:59.999+01:00')).cache_read_input_tokens).toBe(1000);
    expect((await at(String(NOON + 2 * 300_000 - 1))).cache_read_input_tokens).toBe(0);
  });

  it('a request that nobody waited for writes nothing', async () => {
    const { sleep } = heldSleep();
    const { emulator } = testEmulator({ sleep });
    const leave = new AbortController();
    const answer = emulator.messages(post(REQUEST, { 'x-emulator-latency': '200' }, leave.signal));
    await tick();
    leave.abort();
    expect((await answer).status).toBe(499);
    expect((await usageOf(emulator.messages(post(REQUEST)))).cache_read_input_tokens).toBe(0);
  });

  it('a request that nobody waited for refreshes nothing either; one that is answered does, from its own start', async () => {
    const { held, sleep } = heldSleep();
    const { emulator } = testEmulator({ sleep });
    const at = (seconds: number, latency: string, signal?: AbortSignal) =>
      emulator.messages(
        post(REQUEST, { 'x-emulator-now': String(NOON + 1000 * seconds), 'x-emulator-latency': latency }, signal),
      );
    await at(0, '0');
    const leave = new AbortController();
    const left = at(290, '60000', leave.signal);
    await tick();
    leave.abort();
    expect((await left).status).toBe(499);
    expect((await usageOf(at(310, '0'))).cache_creation_input_tokens).toBe(1000);
    const slow = at(600, '60000');
    await tick();
    held.at(-1)?.wake();
    expect((await usageOf(slow)).cache_read_input_tokens).toBe(1000);
    expect((await usageOf(at(899.999, '0'))).cache_read_input_tokens).toBe(1000);
  });

  it('an answer that is a refusal refreshes what it read (EMU-22)', async () => {
    const { emulator } = testEmulator();
    const at = (seconds: number, headers: Record<string, string> = {}) =>
      usageOf(emulator.messages(post(REQUEST, { 'x-emulator-now': String(NOON + 1000 * seconds), ...headers })));
    await at(0);
    await at(290, { 'x-emulator-reply': JSON.stringify({ content: [], stop_reason: 'refusal' }) });
    expect((await at(589)).cache_read_input_tokens).toBe(1000);
    expect((await at(889)).cache_creation_input_tokens).toBe(1000);
  });

  it('a refused or failed request writes nothing', async () => {
    const { emulator } = testEmulator();
    await emulator.messages(post(REQUEST, { 'x-emulator-fault': '529' }));
    await emulator.messages(post({ ...REQUEST, temperature: 1 }, { 'anthropic-version': '2026-10-21' }));
    expect((await usageOf(emulator.messages(post(REQUEST)))).cache_read_input_tokens).toBe(0);
  });
});
