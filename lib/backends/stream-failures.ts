import type { Failure } from '@/lib/errors.ts';
import { BackendFault } from './backend-fault.ts';

/** The user, or the page they left, ended the call. */
export const stoppedFailure = (): Failure => ({ code: 'stopped', message: 'Stopped before the answer was complete.' });

/** The connection, or the backend, ended the answer. */
export const cutFailure = (backend: string): Failure => ({
  code: 'stream-cut',
  message: `The answer of ${backend} broke off before its end.`,
  fix: 'Send again; the usage shown is what was reported before it broke off.',
});

/** What came is not what the interface answers. */
export const malformedFailure = (backend: string): Failure => ({
  code: 'backend-failed',
  message: `${backend} sent an answer that cannot be read.`,
  fix: 'Send again. If it stays so, check that its address is that of an API, and which interface it speaks.',
});

/** A stream whose events cannot be read. */
export const malformedStream = (backend: string): Failure => ({
  code: 'backend-failed',
  message: `${backend} sent a stream with an event that cannot be read.`,
  fix: 'Send again. If it stays so, check which interface it speaks, and what stands between it and this server.',
});

/** A stream without a single event of ours. */
export const emptyStreamFailure = (backend: string): Failure => ({
  code: 'backend-failed',
  message: `${backend} sent a stream without the beginning of an answer.`,
  fix: 'Check which interface it speaks, and send again.',
});

/** Throws unless the answer is an event stream. */
export function expectEventStream({ headers }: Response, backend: string): void {
  const type = headers.get('content-type')?.split(';')[0]?.trim();
  if (type === 'text/event-stream') return;
  throw new BackendFault({
    code: 'backend-failed',
    message: `${backend} answered with ${contentType(type)} where a stream of events is due.`,
    fix: 'Check that it streams, that its address is right, and that nothing in between collects its answers.',
  });
}

const contentType = (type: string | undefined): string =>
  type && /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(type) ? `"${type}"` : 'something of no type';
