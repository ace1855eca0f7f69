import type { Failure } from '@/lib/errors.ts';

/** The user, or the page they left, ended the call. */
export const stoppedFailure = (): Failure => ({ code: 'stopped', message: 'Stopped before the answer was complete.' });

/** The connection, or the backend, ended the answer. */
export const cutFailure = (backend: string): Failure => ({
  code: 'stream-cut',
  message: `The answer of ${backend} broke off before its end.`,
  fix: 'Send again; the usage shown is what was reported before it broke off.',
});

/** What came is not what the Messages API answers. */
export const malformedFailure = (backend: string): Failure => ({
  code: 'backend-failed',
  message: `${backend} sent something that is not a Messages answer.`,
  fix: 'Send again. If it stays so, check that its address is that of a Messages API.',
});
