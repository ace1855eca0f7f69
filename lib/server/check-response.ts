import 'server-only';
import { checkConnection } from '@/lib/backends/connection/check-connection.ts';
import { byteStream } from './byte-stream.ts';
import { eventStreamResponse } from './event-stream-response.ts';
import { failureResponse } from './failure-response.ts';
import type { BackendCall } from './send-body.ts';

/** Asks the backend of a call what it can do, and answers the lines as server-sent events, each as it is known. */
export function checkResponse({ backend, options, request: { model } }: BackendCall): Response {
  if (typeof model !== 'string' || model === '') {
    const message = 'The body\'s "request.model" must be the id of a model.';
    return failureResponse({ code: 'request-invalid', message, place: 'request.model' }, 400);
  }
  // Nothing of this check is in the server's cache.
  const mark = crypto.randomUUID();
  const lines = checkConnection({ backend, models: () => backend.models(options), model, mark, options });
  return eventStreamResponse(byteStream(lines, (line) => `data: ${JSON.stringify(line)}\n\n`));
}
