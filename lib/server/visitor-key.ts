import 'server-only';
import type { SendOptions } from '@/lib/backends/backend.ts';
import { failed, type Result, success } from '@/lib/result.ts';

/** The visitor's own key for one call, where there is one; fails for what can be no key, so that no header is broken by it. */
export function visitorKeyOf({ visitorKey: key }: SendOptions, backend: string): Result<string | undefined> {
  if (!key || /^[\x21-\x7e]{1,512}$/.test(key)) return success(key || undefined);
  return failed({
    code: 'backend-refused-key',
    message: `The key holds characters that no key of ${backend} has.`,
    place: 'key',
    fix: 'Enter it again; it is sent with each request and kept nowhere.',
  });
}
