import 'server-only';
import type { EmulatorRequest, SendOptions } from '@/lib/backends/backend.ts';
import type { Failure } from '@/lib/errors.ts';
import { fieldsOf, isFields } from '@/lib/json-value.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { findBackend } from './backends.ts';
import { readJson } from './body.ts';
import type { Connection } from './connection.ts';
import { ownBackend } from './own-server.ts';

/** A call of the page to one of the backends. */
export interface BackendCall {
  readonly backend: Connection;
  readonly request: MessageCreateParamsBase;
  readonly options: SendOptions;
}

/** As much as a backend takes, and room for the envelope around it. */
const MAX_BODY_BYTES = 33 * 1024 * 1024;
const MAX_SESSION_LENGTH = 200;
const MESSAGE_ID = /^[\w-]{1,200}$/;

/**
 * Reads `{ backend, request, session, server?, previousMessageId?, emulator? }` and the visitor's key. The request itself is for the
 * backend to judge; a `server` of the visitor's own is taken in local mode only.
 */
export async function readBackendCall(request: Request): Promise<Result<BackendCall>> {
  const json = await readJson(request, MAX_BODY_BYTES);
  if (!json.ok) return json;
  const { backend: id, request: body, session, previousMessageId: previous, emulator, server } = fieldsOf(json.value);
  if (typeof id !== 'string') return failed(wrong('backend', 'the id of a backend'));
  if (!isFields(body)) return failed(wrong('request', 'an object'));
  if (typeof session !== 'string' || session === '' || session.length > MAX_SESSION_LENGTH) {
    return failed(wrong('session', `a text of 1 to ${MAX_SESSION_LENGTH} characters`));
  }
  if (!(previous === undefined || previous === null || (typeof previous === 'string' && MESSAGE_ID.test(previous))))
    return failed(wrong('previousMessageId', 'the id of a message, or null'));
  if (!(emulator === undefined || isEmulatorRequest(emulator)))
    return failed(wrong('emulator', 'an object with a time (now) and a switch (keepsHeader)'));
  const backend = server === undefined ? configured(id) : ownBackend(server, request.headers);
  if (!backend.ok) return backend;
  const visitorKey = request.headers.get('x-visitor-key')?.trim();
  return success({
    backend: backend.value,
    request: body as unknown as MessageCreateParamsBase,
    options: {
      signal: request.signal,
      session,
      ...(visitorKey && { visitorKey }),
      ...(previous !== undefined && { previousMessageId: previous }),
      ...(emulator !== undefined && { emulator }),
    },
  });
}

function configured(id: string): Result<Connection> {
  const backend = findBackend(id);
  if (backend) return success(backend);
  const message = `This server has no backend ${JSON.stringify(id.slice(0, 60))}.`;
  return failed({ code: 'backend-unknown', message, place: 'backend', fix: 'Choose one of those it offers.' });
}

function isEmulatorRequest(value: unknown): value is EmulatorRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { now, keepsHeader } = value as Record<string, unknown>;
  const isTime = now === undefined || (Number.isSafeInteger(now) && Math.abs(Number(now)) <= 8.64e15);
  return isTime && (keepsHeader === undefined || typeof keepsHeader === 'boolean');
}

const wrong = (place: string, expected: string): Failure => ({
  code: 'request-invalid',
  message: `The body's "${place}" must be ${expected}.`,
  place,
});
