import type { Backend, SendOptions } from '@/lib/backends/backend.ts';
import { type FrameOptions, frameBackend } from '@/lib/backends/frame-backend.ts';
import type { StreamContext } from '@/lib/backends/message-events.ts';
import { type PostOptions, post } from '@/lib/backends/post.ts';
import { serverSentData } from '@/lib/backends/server-sent.ts';
import { expectEventStream, readableStream } from '@/lib/backends/stream-failures.ts';
import { type Arithmetic, readUsage } from '@/lib/backends/usage/read-usage.ts';
import { chatEvents } from './chat-events.ts';
import { chatRequest } from './chat-request.ts';
import { countTokens } from './count-tokens.ts';
import { responsesEvents } from './responses-events.ts';
import { responsesRequest } from './responses-request.ts';

export interface OpenAIBackendOptions extends FrameOptions {
  readonly family: 'chat-completions' | 'responses';
  /** With its version, as `…/v1`. */
  readonly baseURL: string;
  readonly fetch: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
  readonly headersFor?: (options: SendOptions) => Readonly<Record<string, string>>;
  readonly arithmetic?: Arithmetic;
}

/** A last event of a response repeats its tools and instructions, so it may be as long as a request. */
const MAX_EVENT_LENGTH = 40_000_000;

/** A backend that speaks OpenAI's chat completions or responses, with plain `fetch`. Nothing is retried. */
export function createOpenAIBackend(options: OpenAIBackendOptions): Backend {
  const { family, description, arithmetic, clock } = options;
  const { kind, name: backend } = description;
  return frameBackend(options, {
    async *answer(request, call, key) {
      const isChat = family === 'chat-completions';
      const body = isChat ? chatRequest(request, kind, call) : responsesRequest(request, kind, call);
      const path = isChat ? '/chat/completions' : '/responses';
      const response = await post(path, body, postOptions(options, call, key));
      expectEventStream(response, backend);
      if (!response.body) throw new SyntaxError('The answer has no body.');
      const context: StreamContext = {
        clock,
        signal: call.signal,
        backend,
        usageOf: (raw) => readUsage(raw, kind, arithmetic),
      };
      const events = isChat ? chatEvents : responsesEvents;
      const data = serverSentData(response.body, MAX_EVENT_LENGTH);
      yield* readableStream(events(data, context), backend);
    },
    count: (request, call, key) => countTokens(request, options, postOptions(options, call, key)),
  });
}

function postOptions(options: OpenAIBackendOptions, call: SendOptions, key: string | undefined): PostOptions {
  const { baseURL, fetch, headers, headersFor } = options;
  return { baseURL, fetch, headers: { ...headers, ...headersFor?.(call) }, signal: call.signal, key };
}
