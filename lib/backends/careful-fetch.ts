import type { Failure } from '@/lib/errors.ts';
import { BackendFault } from './backend-fault.ts';

/** How long to wait, in milliseconds: for an answer to begin, and for the next bytes of one that has begun. */
export interface Patience {
  readonly begin: number;
  readonly silence: number;
}

/**
 * A `fetch` for one backend that tells what a person must know of the way there: a redirect (not followed: it would carry the key to
 * another place), a web page where an API was meant, and silence. It throws a `BackendFault`, also out of the body.
 */
export function carefulFetch(inner: typeof fetch, backend: string, { begin, silence }: Patience): typeof fetch {
  return async (input, init) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), begin);
    const signal = init?.signal ? AbortSignal.any([init.signal, late.signal]) : late.signal;
    try {
      const response = await inner(input, { ...init, redirect: 'manual', signal });
      const fault = redirectFault(response, backend) ?? pageFault(response, backend);
      if (!fault) return attentive(response, backend, silence);
      await response.body?.cancel().catch(() => undefined);
      throw new BackendFault(fault);
    } catch (error) {
      throw late.signal.aborted && !init?.signal?.aborted ? new BackendFault(lateFault(backend, begin)) : error;
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The same answer, whose body fails when nothing comes for too long. */
function attentive(response: Response, backend: string, silence: number): Response {
  const reader = response.body?.getReader();
  if (!reader) return response;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const timer = setTimeout(() => {
        controller.error(new BackendFault(silentFault(backend, silence)));
        // Which ends the reading below.
        reader.cancel().catch(() => undefined);
      }, silence);
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } finally {
        clearTimeout(timer);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}

function redirectFault({ status, type, headers }: Response, backend: string): Failure | undefined {
  const isRedirect = type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
  if (!isRedirect) return undefined;
  const target = hostOf(headers.get('location'));
  return {
    code: 'backend-failed',
    message: `${backend} answers with a redirect (${status})${target ? ` to ${target}` : ''}, which is not followed.`,
    fix: 'A key must not go where it was not sent: set the address that it points to, if you trust it.',
  };
}

/** Only the host: the rest of an address may hold what is nobody's business. */
function hostOf(location: string | null): string | undefined {
  return location !== null && URL.canParse(location) ? new URL(location).host : undefined;
}

/** Statuses that say more than the page they come with. */
const TELLING = new Set([401, 403, 413, 429, 529]);

function pageFault({ status, headers }: Response, backend: string): Failure | undefined {
  const isPage = /^\s*(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');
  if (!isPage || TELLING.has(status)) return undefined;
  return {
    code: 'backend-failed',
    message: `${backend} answered with a web page (${status}), not with an API's answer.`,
    fix: 'Something in front of it answered, or the address is that of its interface: check the address.',
  };
}

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 100) / 10} s`;

const lateFault = (backend: string, begin: number): Failure => ({
  code: 'backend-unreachable',
  message: `${backend} has not begun to answer within ${seconds(begin)}.`,
  fix: 'See whether it is busy or still loading its model; then send again.',
});

const silentFault = (backend: string, silence: number): Failure => ({
  code: 'stream-cut',
  message: `${backend} fell silent: nothing came for ${seconds(silence)}.`,
  fix: 'What came is kept. Send again; the usage shown is what was reported before.',
});
