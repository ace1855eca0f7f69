import type { Digest } from '@/lib/cache/digest.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { ApiFault } from './api-fault.ts';

/** The workspace of a request: a hash of its key, by either header. Any key will do; none is a 401. */
export function workspaceOf(headers: Headers, digest: Digest): Result<string, ApiFault> {
  const bearer = /^bearer\s+(\S.*)$/i.exec(headers.get('authorization') ?? '')?.[1]?.trim();
  const key = bearer ?? headers.get('x-api-key')?.trim();
  if (key) return success(digest(`workspace\n${key}`).slice(0, 32));
  return failed({
    status: 401,
    type: 'authentication_error',
    message: 'x-api-key header is required. The emulator takes any key, here or as Authorization: Bearer.',
  });
}
