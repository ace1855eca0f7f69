import Anthropic from '@anthropic-ai/sdk';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { Backend, BackendDescription, BackendEvent, SendOptions } from './backend.ts';
import { betaHeaders } from './beta-headers.ts';
import { messageEvents, streamEvents } from './message-events.ts';
import { malformedFailure } from './stream-failures.ts';
import { type ErrorContext, translateError } from './translate-error.ts';

/** A server that speaks the Messages API, and how to reach it. */
export interface MessagesBackendOptions {
  readonly description: BackendDescription;
  /** Without `/v1`. */
  readonly baseURL: string;
  /** The key for one call; its failure is what the caller is told, and without one none is sent. */
  readonly keyFor: (options: SendOptions) => Result<string | undefined>;
  readonly fetch?: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that follow from one call. */
  readonly headersFor?: (options: SendOptions) => Readonly<Record<string, string>>;
  /** Asks for the provider's own diagnosis of its cache. */
  readonly diagnoses?: boolean;
  readonly clock: () => number;
  /** How long to wait for an answer to begin, in milliseconds; 10 minutes unless told. */
  readonly timeout?: number;
}

/** A backend over the official SDK. Nothing is retried: a second try could be paid for twice, and would change the cache. */
export function createMessagesBackend(options: MessagesBackendOptions): Backend {
  const { description, clock } = options;
  return {
    description,
    async *send(request, call) {
      yield { type: 'request-start', at: clock() };
      const key = options.keyFor(call);
      if (!key.ok) return yield { type: 'failure', failure: key.failure, at: clock() };
      const context = errorContext(description, call, key.value);
      let begun = false;
      try {
        for await (const event of answer(clientFor(options, key.value), request, call, options)) {
          begun ||= event.type === 'message-start';
          yield event;
        }
      } catch (error) {
        const failure = translateError(error, { ...context, stopped: call.signal.aborted, begun });
        yield { type: 'failure', failure, at: clock() };
      }
    },
    countTokens: async (request, call) => {
      const key = options.keyFor(call);
      if (!key.ok) return key;
      try {
        const { max_tokens: _, ...counted } = request;
        const answer = await clientFor(options, key.value).messages.countTokens(counted as never, {
          signal: call.signal,
          headers: betaHeaders(request),
        });
        const tokens: unknown = answer?.input_tokens;
        return typeof tokens === 'number' ? success(tokens) : failed(malformedFailure(description.name));
      } catch (error) {
        return failed(translateError(error, errorContext(description, call, key.value)));
      }
    },
  };
}

const errorContext = ({ name, key }: BackendDescription, { signal }: SendOptions, secret?: string): ErrorContext => ({
  backend: name,
  key,
  stopped: signal.aborted,
  begun: false,
  secrets: secret === undefined ? [] : [secret],
});

/** `max_tokens: 0` warms the cache, and the provider refuses to stream it. */
async function* answer(
  client: Anthropic,
  built: MessageCreateParamsBase,
  call: SendOptions,
  { description, clock, headersFor, diagnoses = false }: MessagesBackendOptions,
): AsyncGenerator<BackendEvent, void, undefined> {
  const { signal, previousMessageId } = call;
  const isAsked = diagnoses && previousMessageId !== undefined;
  const request = isAsked ? { ...built, diagnostics: { previous_message_id: previousMessageId } } : built;
  const isDiagnosed = isAsked && previousMessageId !== null;
  const context = { clock, signal, backend: description.name, isDiagnosed };
  const options = { signal, headers: { ...betaHeaders(request), ...headersFor?.(call) } };
  if (request.max_tokens === 0) {
    yield* messageEvents(await client.messages.create({ ...request, stream: false }, options), context);
    return;
  }
  const { data, response } = await client.messages.create({ ...request, stream: true }, options).withResponse();
  const isStream = response.headers.get('content-type')?.includes('text/event-stream') ?? false;
  if (!isStream) throw new SyntaxError('not an event stream');
  yield* streamEvents(data, context);
}

/** A client for one call, so that no key outlives it. */
function clientFor({ baseURL, fetch, headers, timeout }: MessagesBackendOptions, apiKey?: string): Anthropic {
  return new Anthropic({
    // Any key given here keeps the SDK from taking one out of the environment.
    apiKey: apiKey ?? 'none',
    baseURL,
    maxRetries: 0,
    logLevel: 'off',
    // A redirect would carry the key to another place.
    fetchOptions: { redirect: 'error' },
    ...(fetch && { fetch }),
    defaultHeaders: { ...headers, ...(apiKey === undefined && { authorization: null }) },
    ...(timeout !== undefined && { timeout }),
  });
}
