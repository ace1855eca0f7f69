import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackendEvent } from './backend.ts';
import { collect } from './backend-contract.ts';
import { decodeEvents, encodeEvent } from './event-stream.ts';
import { MAX_EVENT_LENGTH, serverSentData } from './server-sent.ts';

const event: fc.Arbitrary<BackendEvent> = fc.oneof(
  fc.record({ type: fc.constant('text-delta' as const), text: fc.string({ unit: 'binary' }), at: fc.nat() }),
  fc.record({ type: fc.constant('message-start' as const), at: fc.nat(), messageId: fc.string() }),
  fc.record({
    type: fc.constant('usage-report' as const),
    usage: fc.record({ inputTokens: fc.nat(), raw: fc.jsonValue() }),
  }),
);

/** The bytes of a text in chunks of the given sizes, then the rest. */
function chunked(text: string, sizes: readonly number[]): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const rest = [...sizes];
  return new ReadableStream({
    pull: (controller) => {
      const size = rest.shift() ?? bytes.length;
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + size));
      else controller.close();
      at += size;
    },
  });
}

describe('BACK-10: events as a stream of bytes', () => {
  it('come out as they went in, wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event), fc.array(fc.integer({ min: 1, max: 20 })), async (events, sizes) => {
        const text = events.map(encodeEvent).join('');
        const sent = JSON.parse(JSON.stringify(events));
        expect(await collect(decodeEvents(chunked(text, sizes)))).toEqual(sent);
      }),
    );
  });

  it('pass over comments, unknown fields and carriage returns', async () => {
    const text =
      ': hello\r\n\r\nid: 7\r\nevent: text-delta\r\ndata: {"type":"text-delta",\r\ndata: "text":"x","at":1}\r\n\r\n';
    expect(await collect(decodeEvents(chunked(text, [5, 1, 30])))).toEqual([{ type: 'text-delta', text: 'x', at: 1 }]);
  });

  it('drop what breaks off at the end', async () => {
    const text = `${encodeEvent({ type: 'text-delta', text: 'x', at: 1 })}data: {"type":"te`;
    expect(await collect(decodeEvents(chunked(text, [])))).toHaveLength(1);
  });

  it('are refused when they are not JSON, have no type, or never end', async () => {
    const cancelled: boolean[] = [];
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000).fill(120)),
      cancel: () => {
        cancelled.push(true);
      },
    });
    for (const body of [
      chunked('data: {oops\n\n', []),
      chunked('data: 7\n\n', []),
      chunked('data: {}\n\n', []),
      endless,
    ]) {
      await expect(collect(decodeEvents(body))).rejects.toThrow(SyntaxError);
    }
    expect(cancelled).toEqual([true]);
    const long = encodeEvent({ type: 'text-delta', text: 'x'.repeat(MAX_EVENT_LENGTH), at: 1 });
    await expect(collect(decodeEvents(chunked(long, [])))).rejects.toThrow(SyntaxError);
  });
  it('take an event as large as our route takes one of a backend, in any number of chunks', async () => {
    const block = { type: 'text', text: 'x'.repeat(3_000_000) } as const;
    const events: BackendEvent[] = [{ type: 'content-block', block }];
    const body = chunked(events.map(encodeEvent).join(''), Array<number>(300).fill(10_000));
    expect(await collect(decodeEvents(body))).toEqual(events);
  });

  it.each(['data: {oops\n\n', 'data: {}\n\n', 'data: "text"\n\n'])(
    'tell those in front of one that is refused, though they came together: %#',
    async (bad) => {
      const good: BackendEvent = { type: 'text-delta', text: 'x', at: 1 };
      const told: BackendEvent[] = [];
      const read = async () => {
        for await (const events of decodeEvents(chunked(encodeEvent(good) + bad + encodeEvent(good), [])))
          told.push(...events);
      };
      await expect(read()).rejects.toThrow(SyntaxError);
      expect(told).toEqual([good]);
    },
  );

  it('tell the data in front of one that is too long, whether that has ended or not', async () => {
    for (const end of ['', '\n\n']) {
      const told: string[] = [];
      const read = async () => {
        const body = chunked(`data: 1\n\ndata: 2\n\ndata: ${'x'.repeat(30)}${end}`, []);
        for await (const portion of serverSentData(body, 20)) told.push(...portion);
      };
      await expect(read()).rejects.toThrow('too long');
      expect(told).toEqual(['1', '2']);
    }
  });
});
