import 'server-only';
import type { Failure } from '@/lib/errors.ts';
import { jsonPlace } from '@/lib/import/json-fault.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { decodeUtf8, parseUtf8 } from './utf8-json.ts';

const tooLarge = (maxBytes: number): Failure => ({
  code: 'body-too-large',
  message: `The request body is larger than ${maxBytes.toLocaleString('en')} bytes, the limit here.`,
  place: 'request body',
  fix: 'Send less: shorten sections or memory files, or drop old turns.',
});

const invalid = (message: string, place = 'request body'): Failure => ({ code: 'request-invalid', message, place });

/**
 * The body as JSON. Fails with `body-too-large` (answer 413) as soon as the announced or the received bytes exceed
 * `maxBytes`, with `request-invalid` (400) and the position when it is not JSON, with `stream-cut` when it breaks off. `parse` reads
 * UTF-8 JSON as JSON.parse does, and throws where that throws; one that remembers may be given.
 */
export async function readJson(
  request: Request,
  maxBytes: number,
  parse: (bytes: Uint8Array) => unknown = parseUtf8,
): Promise<Result<unknown>> {
  const bytes = await readBytes(request, maxBytes);
  if (!bytes.ok) return bytes;
  try {
    return success(parse(bytes.value));
  } catch {
    return failed(notJson(bytes.value));
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Result<Uint8Array>> {
  if (Number(request.headers.get('content-length')) > maxBytes) return failed(tooLarge(maxBytes));
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      length += part.value.byteLength;
      if (length > maxBytes) {
        await reader?.cancel();
        return failed(tooLarge(maxBytes));
      }
      chunks.push(part.value);
    }
  } catch {
    return failed({ code: 'stream-cut', message: 'The request body broke off before its end.', place: 'request body' });
  }
  return success(join(chunks, length));
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** What keeps bytes from being JSON. */
function notJson(bytes: Uint8Array): Failure {
  const text = decodeUtf8(bytes);
  if (text === undefined) return invalid('The request body is not valid UTF-8.');
  if (text.trim() === '') return invalid('The request body is empty; JSON was expected.');
  const { at, line, column } = jsonPlace(text);
  const what = at === text.length ? 'it ends too early' : `unexpected ${JSON.stringify(text.slice(at, at + 1))}`;
  const place = `line ${line}, column ${column}`;
  return invalid(`The request body is not JSON: ${what} at ${place} (position ${at}).`, place);
}
