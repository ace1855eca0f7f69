import 'server-only';
import type { CheckLine } from '@/lib/backends/connection/check-line.ts';
import { byteStream } from './byte-stream.ts';

/** The lines of a check as server-sent events, each as it is known. */
export function checkResponse(lines: AsyncIterable<CheckLine>): Response {
  return new Response(byteStream(encoded(lines)), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}

async function* encoded(lines: AsyncIterable<CheckLine>): AsyncGenerator<string, void, undefined> {
  for await (const line of lines) yield `data: ${JSON.stringify(line)}\n\n`;
}
