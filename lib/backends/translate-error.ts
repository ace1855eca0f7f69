import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from '@anthropic-ai/sdk';
import { asSentence, type Failure, type FailureCode } from '@/lib/errors.ts';
import { fieldsOf } from '@/lib/json-value.ts';
import { BackendFault } from './backend-fault.ts';
import { cutFailure, malformedFailure, stoppedFailure } from './stream-failures.ts';
import { waitSeconds } from './wait-seconds.ts';

/** What is known when something goes wrong on the way to a backend. */
export interface ErrorContext {
  /** The backend's name, as people know it. */
  readonly backend: string;
  /** Whose key was sent; the advice differs. */
  readonly key: 'none' | 'server' | 'visitor';
  readonly stopped: boolean;
  /** The answer had begun, so a broken connection has cut it. */
  readonly begun: boolean;
  /** Never to appear in a failure. */
  readonly secrets: readonly string[];
}

/** Whatever the SDK or the connection threw, as a failure with words a person can act on. */
export function translateError(error: unknown, context: ErrorContext): Failure {
  const failure = translate(error, context);
  const clean = (text: string) =>
    context.secrets.reduce((hidden, secret) => (secret ? hidden.replaceAll(secret, '[key]') : hidden), text);
  const { code, message, place, fix, retryAfterSeconds } = failure;
  return {
    code,
    message: clean(fix ? asSentence(message) : message),
    ...(place && { place: clean(place) }),
    ...(fix && { fix: clean(fix) }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

function translate(error: unknown, context: ErrorContext): Failure {
  const { backend } = context;
  if (context.stopped || error instanceof APIUserAbortError) return stoppedFailure();
  const told = toldFailure(error);
  if (told) return told;
  if (error instanceof APIConnectionTimeoutError) {
    return unreachable(`${backend} did not answer in time.`);
  }
  if (error instanceof APIConnectionError) {
    const code = causeCode(error);
    return unreachable(`${backend} cannot be reached${code ? ` (${code})` : ''}.`);
  }
  if (error instanceof APIError) return apiFailure(error, context);
  if (error instanceof SyntaxError) return malformedFailure(backend);
  return context.begun ? cutFailure(backend) : malformedFailure(backend);
}

const unreachable = (message: string): Failure => ({
  code: 'backend-unreachable',
  message,
  fix: 'Check that it runs, and that this server can reach it; then send again.',
});

const CODE_BY_STATUS: Readonly<Record<number, FailureCode>> = {
  401: 'backend-refused-key',
  403: 'backend-refused-key',
  408: 'backend-unreachable',
  413: 'body-too-large',
  429: 'backend-rate-limited',
  503: 'backend-overloaded',
  529: 'backend-overloaded',
};

/** Errors in the middle of a stream have a type and no status; the names of several servers. */
const STATUS_BY_TYPE = new Map(
  Object.entries({
    invalid_request_error: 400,
    BadRequestError: 400,
    exceed_context_size_error: 400,
    authentication_error: 401,
    invalid_api_key: 401,
    permission_error: 403,
    not_found_error: 404,
    NotFoundError: 404,
    model_not_found: 404,
    request_too_large: 413,
    rate_limit_error: 429,
    rate_limit_exceeded: 429,
    insufficient_quota: 429,
    unavailable_error: 503,
    overloaded_error: 529,
  }),
);

function apiFailure(error: APIError, context: ErrorContext): Failure {
  const { backend } = context;
  const said = providerText(error);
  const status = statusOf(error, said);
  const quoted = said ? `: ${said}` : '.';
  if (status === 404) return missing(backend, said);
  const code = CODE_BY_STATUS[status] ?? (status < 500 ? 'backend-rejected' : 'backend-failed');
  switch (code) {
    case 'backend-refused-key': {
      const message =
        status === 403 ? `${backend} forbids this to the key (403).` : `${backend} refused the key (401).`;
      return { code, message, place: 'key', fix: keyFix(context.key, status) };
    }
    case 'backend-rate-limited':
      if (isSpent(error)) return spent(context, quoted);
      return { code, message: `${backend} answers no more requests for now (429)${quoted}`, ...retry(error) };
    case 'backend-overloaded':
      return { code, message: `${backend} is overloaded (${status})${quoted}`, ...retry(error) };
    case 'body-too-large':
      return { code, message: `The request is too large for ${backend}${quoted}`, fix: 'Shorten sections or turns.' };
    case 'backend-unreachable':
      return unreachable(`${backend} did not answer in time (${status}).`);
    case 'backend-failed':
      return { code, message: `${backend} failed (${status})${quoted}`, fix: 'Send again in a while.' };
    default: {
      const place = placeIn(said);
      return { code, message: said ?? `${backend} rejected the request (${status}).`, ...(place && { place }) };
    }
  }
}

function statusOf({ status, type }: APIError, said: string | undefined): number {
  // What a LiteLLM without a database answers to any key but its own.
  if (status === 400 && said?.startsWith('No connected db')) return 401;
  return status ?? STATUS_BY_TYPE.get(type ?? '') ?? 500;
}

/** 404: the model, where the server speaks of one; else the address. */
function missing(backend: string, said: string | undefined): Failure {
  const quoted = said ? `: ${said}` : '.';
  if (/\bmodel\b/i.test(said ?? '')) {
    const fix = 'Choose another model.';
    return { code: 'model-unknown', message: `${backend} does not serve this model${quoted}`, place: 'model', fix };
  }
  return {
    code: 'backend-rejected',
    message: `${backend} has nothing at this address (404)${quoted}`,
    fix: 'Check its address, and whether this version of it speaks this interface.',
  };
}

/** The error's own text in whatever body it came: `{error:{message}}`, `{error:"…"}`, `{message}`. */
function providerText({ error: body, apiMessage }: APIError): string | undefined {
  if (apiMessage) return apiMessage;
  const { error, message } = fieldsOf(body);
  const text = typeof error === 'string' ? error : message;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The place with which the provider begins most of its texts: `messages.0.content.1.text: …`. */
function placeIn(text: string | undefined): string | undefined {
  return /^([a-z_]+(?:\.[\w-]+)*): /.exec(text ?? '')?.[1];
}

function keyFix(key: ErrorContext['key'], status: number): string {
  if (status === 403) return 'Check what the key may do: its model, its project, or the place it may be used from.';
  if (key === 'none') return 'This server wants a key: whoever runs Strata can set one for it.';
  return key === 'visitor'
    ? 'Enter a valid key of yours for this backend.'
    : 'Ask whoever runs this server to set a valid key.';
}

function retry(error: APIError): Pick<Failure, 'fix' | 'retryAfterSeconds'> {
  const seconds = waitSeconds(error);
  if (seconds === undefined) return { fix: 'Send again in a while.' };
  return { fix: `Send again in ${seconds} s.`, retryAfterSeconds: seconds };
}

/** OpenAI's name for an account without credit, which it answers with the status of a rate limit. */
function isSpent({ type, error: body }: APIError): boolean {
  const { code } = fieldsOf(fieldsOf(body)['error']);
  return [code, type].some((each) => each === 'insufficient_quota');
}

function spent({ backend, key }: ErrorContext, quoted: string): Failure {
  const remedy =
    key === 'visitor'
      ? 'add credit to its account, or use another key.'
      : 'ask whoever runs this server to add credit to its account.';
  return {
    code: 'backend-rejected',
    message: `${backend} answers no more requests to the key (429)${quoted}`,
    place: 'key',
    fix: `Waiting does not help: ${remedy}`,
  };
}

/** The failure that our own `fetch` gave, from the causes. */
function toldFailure(error: unknown): Failure | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth++) {
    if (cause instanceof BackendFault) return cause.failure;
  }
  return undefined;
}

/** The system's name for a broken connection (`ECONNREFUSED`), from the causes; nothing else of them, for they may name the key. */
function causeCode(error: Error): string | undefined {
  for (let cause: unknown = error.cause, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth++) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code)) return code;
  }
  return undefined;
}
