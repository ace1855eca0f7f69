import { APIError } from '@anthropic-ai/sdk';
import type { RawUsage } from '@/lib/backends/usage/raw-usage.ts';
import { fieldsOf } from '@/lib/json-value.ts';

/** An error in the middle of a stream, `{ error: { message, type, code } }`, as the SDK's own, which all faults are told by. */
export function streamError(body: RawUsage): APIError {
  const told = body['error'];
  const error = typeof told === 'string' ? { message: told } : fieldsOf(told);
  const { code, type } = error;
  const status = typeof code === 'number' ? code : undefined;
  const name = typeof type === 'string' && type !== '' ? type : code;
  const wrapped = { error: { ...error, ...(typeof name === 'string' && { type: name }) } };
  return new APIError(status, wrapped, undefined, new Headers(), typeof name === 'string' ? (name as never) : null);
}
