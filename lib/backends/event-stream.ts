import type { BackendEvent } from './backend.ts';
import { readPortion } from './read-portion.ts';
import { MAX_EVENT_LENGTH, serverSentData } from './server-sent.ts';

/** An event as a server-sent event. */
export function encodeEvent(event: BackendEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** The events of a stream of bytes. One that is no event, or too long, throws a SyntaxError once those in front of it are told; see `serverSentData`. */
export async function* decodeEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<readonly BackendEvent[], void, undefined> {
  for await (const portion of serverSentData(body, MAX_EVENT_LENGTH)) {
    const { events, error } = readPortion(portion, (data) => [decodeEvent(data)]);
    if (events.length > 0) yield events;
    if (error !== undefined) throw error;
  }
}

function decodeEvent(data: string): BackendEvent {
  const event: unknown = JSON.parse(data);
  if (typeof event !== 'object' || event === null || !('type' in event))
    throw new SyntaxError('The event has no type.');
  return event as BackendEvent;
}
