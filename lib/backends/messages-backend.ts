import Anthropic from '@anthropic-ai/sdk';
import type { RawUsage } from '@/lib/backends/usage/raw-usage.ts';
import { type Arithmetic, readUsage } from '@/lib/backends/usage/read-usage.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { Backend, BackendEvent, SendOptions } from './backend.ts';
import { betaHeaders } from './beta-headers.ts';
import { type FrameOptions, frameBackend } from './frame-backend.ts';
import { messageEvents, streamEvents } from './message-events.ts';
import { expectEventStream, readableStream } from './stream-failures.ts';

/** A server that speaks the Messages API, and how to reach it. */
export interface MessagesBackendOptions extends FrameOptions {
  /** Without `/v1`. */
  readonly baseURL: string;
  readonly fetch?: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that follow from one call. */
  readonly headersFor?: (options: SendOptions) => Readonly<Record<string, string>>;
  /** Asks for the provider's own diagnosis of its cache. */
  readonly diagnoses?: boolean;
  readonly arithmetic?: Arithmetic;
}

/** A backend over the official SDK. Nothing is retried: a second try could be paid for twice, and would change the cache. */
export function createMessagesBackend(options: MessagesBackendOptions): Backend {
  return frameBackend(options, {
    answer: (request, call, key) => answer(clientFor(options, key), request, call, options),
    count: async (request, call, key) => {
      const { max_tokens: _, ...counted } = request;
      const counts = await clientFor(options, key).messages.countTokens(counted as never, {
        signal: call.signal,
        headers: betaHeaders(request),
      });
      const tokens: unknown = counts?.input_tokens;
      if (typeof tokens !== 'number') throw new SyntaxError('The answer has no count.');
      return tokens;
    },
  });
}

/** `max_tokens: 0` warms the cache, and the provider refuses to stream it. */
async function* answer(
  client: Anthropic,
  built: MessageCreateParamsBase,
  call: SendOptions,
  { description, clock, arithmetic, headersFor, diagnoses = false }: MessagesBackendOptions,
): AsyncGenerator<BackendEvent, void, undefined> {
  const { signal, previousMessageId } = call;
  const isAsked = diagnoses && previousMessageId !== undefined;
  const request = isAsked ? { ...built, diagnostics: { previous_message_id: previousMessageId } } : built;
  const isDiagnosed = isAsked && previousMessageId !== null;
  const { name: backend, kind } = description;
  const context = { clock, signal, backend, isDiagnosed, usageOf: (raw: RawUsage) => readUsage(raw, kind, arithmetic) };
  const options = { signal, headers: { ...betaHeaders(request), ...headersFor?.(call) } };
  if (request.max_tokens === 0) {
    yield* messageEvents(await client.messages.create({ ...request, stream: false }, options), context);
    return;
  }
  const { data, response } = await client.messages.create({ ...request, stream: true }, options).withResponse();
  expectEventStream(response, backend);
  yield* streamEvents(readableStream(data, backend), context);
}

/** A client for one call, so that no key outlives it. */
function clientFor({ baseURL, fetch, headers }: MessagesBackendOptions, apiKey?: string): Anthropic {
  return new Anthropic({
    // Any key given here keeps the SDK from taking one out of the environment.
    apiKey: apiKey ?? 'none',
    baseURL,
    maxRetries: 0,
    logLevel: 'off',
    ...(fetch && { fetch }),
    defaultHeaders: { ...headers, ...(apiKey === undefined && { authorization: null }) },
  });
}
