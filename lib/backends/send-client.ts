import type { Failure } from '@/lib/errors.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { BackendEvents, SendOptions } from './backend.ts';
import { decodeEvents } from './event-stream.ts';
import type { OwnServer } from './own-server.ts';
import { isOver } from './read-portion.ts';
import { cutFailure, stoppedFailure } from './stream-failures.ts';

export interface SendBody {
  readonly backend: string;
  /** Where to, for a server of the visitor's own. */
  readonly server?: OwnServer;
  readonly request: MessageCreateParamsBase;
  readonly session: string;
  readonly previousMessageId?: SendOptions['previousMessageId'];
  readonly emulator?: SendOptions['emulator'];
}

export interface SendCall {
  readonly signal: AbortSignal;
  /** Goes to our own server only, in a header of its own. */
  readonly visitorKey?: string;
}

/** The page's way to the backends, over its own server. Faults come as `failure` events or results; nothing throws. */
export interface SendClient {
  send(body: SendBody, call: SendCall): BackendEvents;
  countTokens(body: SendBody, call: SendCall): Promise<Result<number>>;
}

type Fetch = (path: string, init: RequestInit) => Promise<Response>;

export function createSendClient(fetch: Fetch, clock: () => number = Date.now): SendClient {
  const post = (path: string, body: SendBody, call: SendCall) => postCall(fetch, path, body, call);
  return {
    async *send(body, call) {
      const answered = await post('/api/send', body, call);
      let failure: Failure | undefined = answered.ok ? undefined : answered.failure;
      if (answered.ok) {
        try {
          if (answered.value.body) {
            for await (const events of decodeEvents(answered.value.body)) {
              yield events;
              if (isOver(events)) return;
            }
          }
          failure = call.signal.aborted ? stoppedFailure() : cutFailure(SERVER);
        } catch (error) {
          failure = call.signal.aborted ? stoppedFailure() : brokenBy(error);
        }
      }
      if (failure) yield [{ type: 'failure', failure, at: clock() }];
    },
    countTokens: async (body, call) => {
      const answered = await post('/api/count-tokens', body, call);
      if (!answered.ok) return answered;
      try {
        const { tokens } = (await answered.value.json()) as { tokens?: unknown };
        return typeof tokens === 'number' ? success(tokens) : failed(NOT_UNDERSTOOD);
      } catch (error) {
        return failed(call.signal.aborted ? stoppedFailure() : brokenBy(error));
      }
    },
  };
}

/** Posts a call to one of our routes; an answer that is not ok is the failure it tells. */
export async function postCall(
  fetch: Fetch,
  path: string,
  body: SendBody,
  { signal, visitorKey }: SendCall,
): Promise<Result<Response>> {
  const headers = { 'content-type': 'application/json', ...(visitorKey && { 'x-visitor-key': visitorKey }) };
  try {
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
    return response.ok ? success(response) : failed(await failureOf(response));
  } catch {
    return failed(signal.aborted ? stoppedFailure() : UNREACHABLE);
  }
}

const SERVER = "Strata's own server";

const UNREACHABLE: Failure = {
  code: 'backend-unreachable',
  message: `${SERVER} does not answer.`,
  fix: 'Check that it still runs and that you are online; then send again. Nothing of your work is lost.',
};

const NOT_UNDERSTOOD: Failure = {
  code: 'backend-failed',
  message: `${SERVER} sent something that this page does not understand.`,
  fix: 'Reload the page: it may be older than the server. Your work is kept.',
};

const brokenBy = (error: unknown): Failure => (error instanceof SyntaxError ? NOT_UNDERSTOOD : cutFailure(SERVER));

/** The failure our routes answer with, or one that says the status when something else answered. */
async function failureOf(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => undefined);
  const { failure } = (typeof body === 'object' && body !== null ? body : {}) as { failure?: Failure };
  if (typeof failure?.code === 'string' && typeof failure.message === 'string') return failure;
  return { ...NOT_UNDERSTOOD, message: `${SERVER} answered ${response.status} and nothing this page understands.` };
}
