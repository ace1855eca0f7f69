import type { BackendEvent } from './backend.ts';
import { serverSentData } from './server-sent.ts';

/** The most one event may take, in UTF-16 units; a longer one is not ours. */
export const MAX_EVENT_LENGTH = 1_000_000;

/** An event as a server-sent event. */
export function encodeEvent(event: BackendEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** The events of a stream of bytes. An event that is not JSON, or too long, throws a SyntaxError; see `serverSentData`. */
export async function* decodeEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<readonly BackendEvent[], void, undefined> {
  for await (const portion of serverSentData(body, MAX_EVENT_LENGTH)) yield portion.map(decodeEvent);
}

function decodeEvent(data: string): BackendEvent {
  const event: unknown = JSON.parse(data);
  if (typeof event !== 'object' || event === null || !('type' in event))
    throw new SyntaxError('The event has no type.');
  return event as BackendEvent;
}
