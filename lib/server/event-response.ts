import 'server-only';
import type { BackendEvents } from '@/lib/backends/backend.ts';
import { encodeEvent } from '@/lib/backends/event-stream.ts';
import { byteStream } from './byte-stream.ts';
import { eventStreamResponse } from './event-stream-response.ts';

/** How long the first event waits for a second, in milliseconds: nobody acts on `request-start` alone, and a write of its own is dear. */
const FIRST_WAITS = 50;

/** A backend's events as `text/event-stream`, each as it happens. */
export function eventResponse(events: BackendEvents): Response {
  return eventStreamResponse(byteStream(events, (portion) => portion.map(encodeEvent).join(''), FIRST_WAITS));
}
