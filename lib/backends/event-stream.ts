import type { BackendEvent } from './backend.ts';

/** The most one event may take, in UTF-16 units; a longer one is not ours. */
export const MAX_EVENT_LENGTH = 1_000_000;

/** An event as a server-sent event. */
export function encodeEvent(event: BackendEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/**
 * The events of a stream of bytes, wherever its chunks are cut; comments and unknown fields are passed over. An event that is not
 * JSON, or too long, throws a SyntaxError; one that breaks off at the end of the stream is dropped.
 */
export async function* decodeEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<BackendEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let pending = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      pending += decoder.decode(value, { stream: true }).replaceAll('\r', '');
      const events = pending.split('\n\n');
      pending = events.pop() ?? '';
      if (pending.length > MAX_EVENT_LENGTH) throw new SyntaxError('The event is too long.');
      for (const block of events) {
        const event = parseEvent(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(ignore);
  }
}

/** The stream has failed already; that it cannot be left either says nothing new. */
const ignore = (): void => undefined;

function parseEvent(block: string): BackendEvent | undefined {
  if (block.length > MAX_EVENT_LENGTH) throw new SyntaxError('The event is too long.');
  const data = block
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(line[5] === ' ' ? 6 : 5))
    .join('\n');
  if (data === '') return undefined;
  const event: unknown = JSON.parse(data);
  if (typeof event !== 'object' || event === null || !('type' in event))
    throw new SyntaxError('The event has no type.');
  return event as BackendEvent;
}
