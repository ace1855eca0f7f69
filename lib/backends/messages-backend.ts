import { type Arithmetic, readUsage } from '@/lib/backends/usage/read-usage.ts';
import type { Message, MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { streamedEvents } from './answer-stream.ts';
import { API_VERSION } from './api-version.ts';
import type { Backend, SendOptions } from './backend.ts';
import { betaHeaders } from './beta-headers.ts';
import { type Answer, type FrameOptions, frameBackend } from './frame-backend.ts';
import { type MessageContext, messageEvents, messageReader } from './message-events.ts';
import { type PostOptions, post } from './post.ts';

/** A server that speaks the Messages API, and how to reach it. */
export interface MessagesBackendOptions extends FrameOptions {
  /** Without `/v1`. */
  readonly baseURL: string;
  readonly fetch: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that follow from one call. */
  readonly headersFor?: (options: SendOptions) => Readonly<Record<string, string>>;
  /** Asks for the provider's own diagnosis of its cache. */
  readonly diagnoses?: boolean;
  readonly arithmetic?: Arithmetic;
}

/** A backend that speaks Messages, with plain `fetch`. Nothing is retried: a second try could be paid for twice, and would change the cache. */
export function createMessagesBackend(options: MessagesBackendOptions): Backend {
  return frameBackend(options, {
    answer: (request, call, key) => answer(request, call, options, key),
    count: async (request, call, key) => {
      const { max_tokens: _, ...counted } = request;
      const response = await post('/v1/messages/count_tokens', counted, postOptions(request, call, options, key));
      const body: unknown = await response.json();
      const tokens =
        typeof body === 'object' && body !== null && 'input_tokens' in body ? body.input_tokens : undefined;
      if (typeof tokens !== 'number') throw new SyntaxError('The answer has no count.');
      return tokens;
    },
  });
}

/** `max_tokens: 0` warms the cache, and the provider refuses to stream it. */
async function answer(
  built: MessageCreateParamsBase,
  call: SendOptions,
  options: MessagesBackendOptions,
  key: string | undefined,
): Promise<Answer> {
  const { description, clock, arithmetic, diagnoses = false } = options;
  const { signal, previousMessageId } = call;
  const { name: backend, kind } = description;
  const isAsked = diagnoses && previousMessageId !== undefined;
  const request = isAsked ? { ...built, diagnostics: { previous_message_id: previousMessageId } } : built;
  const context: MessageContext = {
    clock,
    backend,
    isDiagnosed: isAsked && previousMessageId !== null,
    usageOf: (raw) => readUsage(raw, kind, arithmetic),
  };
  const stream = request.max_tokens !== 0;
  const response = await post('/v1/messages', { ...request, stream }, postOptions(request, call, options, key));
  if (!stream) return [[...messageEvents((await response.json()) as Message, context)]];
  return streamedEvents(response, messageReader(context), context, signal);
}

function postOptions(
  request: MessageCreateParamsBase,
  call: SendOptions,
  { baseURL, fetch, headers, headersFor }: MessagesBackendOptions,
  key: string | undefined,
): PostOptions {
  const all = { 'anthropic-version': API_VERSION, ...headers, ...betaHeaders(request), ...headersFor?.(call) };
  return { baseURL, fetch, headers: all, signal: call.signal, key };
}
