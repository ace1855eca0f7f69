import 'server-only';
import type { Failure } from '@/lib/errors.ts';

/** A failure as our own routes answer it: `{ ok: false, failure }` with the given HTTP status. */
export function failureResponse(failure: Failure, status: number): Response {
  return Response.json({ ok: false, failure }, { status, headers: { 'cache-control': 'no-store' } });
}
