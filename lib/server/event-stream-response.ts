import 'server-only';

/** Server-sent events as an answer that nothing on its way keeps, collects or packs: packing holds events back. */
export function eventStreamResponse(body: ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // What nginx goes by.
      'x-accel-buffering': 'no',
    },
  });
}
