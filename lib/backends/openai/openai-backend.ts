import { type ReaderContext, streamedEvents } from '@/lib/backends/answer-stream.ts';
import type { Backend, SendOptions } from '@/lib/backends/backend.ts';
import { type FrameOptions, frameBackend } from '@/lib/backends/frame-backend.ts';
import { type PostOptions, post } from '@/lib/backends/post.ts';
import { type Arithmetic, readUsage } from '@/lib/backends/usage/read-usage.ts';
import { chatReader } from './chat-events.ts';
import { chatRequest } from './chat-request.ts';
import { countTokens } from './count-tokens.ts';
import { responsesReader } from './responses-events.ts';
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

/** A backend that speaks OpenAI's chat completions or responses, with plain `fetch`. Nothing is retried. */
export function createOpenAIBackend(options: OpenAIBackendOptions): Backend {
  const { family, description, arithmetic, clock } = options;
  const { kind, name: backend } = description;
  return frameBackend(options, {
    answer: async (request, call, key) => {
      const isChat = family === 'chat-completions';
      const body = isChat ? chatRequest(request, kind, call) : responsesRequest(request, kind, call);
      const path = isChat ? '/chat/completions' : '/responses';
      const response = await post(path, body, postOptions(options, call, key));
      const context: ReaderContext = { clock, backend, usageOf: (raw) => readUsage(raw, kind, arithmetic) };
      const reader = isChat ? chatReader(context) : responsesReader(context);
      return streamedEvents(response, reader, context, call.signal);
    },
    count: (request, call, key) => countTokens(request, options, postOptions(options, call, key)),
  });
}

function postOptions(options: OpenAIBackendOptions, call: SendOptions, key: string | undefined): PostOptions {
  const { baseURL, fetch, headers, headersFor } = options;
  return { baseURL, fetch, headers: { ...headers, ...headersFor?.(call) }, signal: call.signal, key };
}
