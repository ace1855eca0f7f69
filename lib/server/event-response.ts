import 'server-only';
import type { BackendEvent } from '@/lib/backends/backend.ts';
import { encodeEvent } from '@/lib/backends/event-stream.ts';
import { byteStream } from './byte-stream.ts';

/** A backend's events as `text/event-stream`, each as it happens. */
export function eventResponse(events: AsyncIterable<BackendEvent>): Response {
  return new Response(byteStream(events, encodeEvent), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A reverse proxy must not collect the events.
      'x-accel-buffering': 'no',
    },
  });
}
