import type { Failure } from '@/lib/errors.ts';
import { failed, type Result } from '@/lib/result.ts';
import { jsonPlace } from './json-fault.ts';

/** What cannot be read, where, and what to do; nothing of the text itself is repeated, for it may hold secrets. */
export function notReadable(message: string, place: string, fix: string): Result<never> {
  const failure: Failure = { code: 'import-invalid', message, place, fix };
  return failed(failure);
}

/** JSON text as its value; the failure says where it stops being JSON. */
export function parseJson(text: string, place: string): Result<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    const { line, column } = jsonPlace(text);
    return notReadable(
      'It stops being JSON here.',
      `${place}, line ${line}, column ${column}`,
      'Copy the whole body again: it starts with { and ends with }.',
    );
  }
}
