import type { BackendDescription } from '@/lib/backends/backend.ts';
import { BackendFault } from '@/lib/backends/backend-fault.ts';
import { type PostOptions, post } from '@/lib/backends/post.ts';
import { fieldsOf } from '@/lib/json-value.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { chatMessages, chatTools } from './chat-request.ts';
import { responsesInput } from './responses-request.ts';
import { wordingFor } from './wording.ts';

export interface CountingServer {
  readonly description: BackendDescription;
  readonly family: 'chat-completions' | 'responses';
}

/** The server's own count of a request's tokens, where it has one. Throws a `BackendFault` where it has none. */
export async function countTokens(
  request: MessageCreateParamsBase,
  { description, family }: CountingServer,
  options: PostOptions,
): Promise<number> {
  const { kind, name } = description;
  if (family === 'responses' && kind === 'openai') {
    const response = await post('/responses/input_tokens', responsesInput(request, kind), options);
    return figure(await response.json(), 'input_tokens');
  }
  const body = () => {
    const wording = wordingFor(kind, request.model);
    const tools = chatTools(request, wording);
    const messages = chatMessages(request, wording);
    return { model: request.model, messages, ...(tools.length > 0 && { tools }) };
  };
  const root = { ...options, baseURL: options.baseURL.replace(/\/v1$/, '') };
  if (kind === 'vllm') return figure(await (await post('/tokenize', body(), root)).json(), 'count');
  if (kind === 'llamacpp') {
    const { prompt } = fieldsOf(await (await post('/apply-template', body(), root)).json());
    const counted = await post('/tokenize', { content: prompt, add_special: true, parse_special: true }, root);
    const { tokens } = fieldsOf(await counted.json());
    return figure({ tokens: Array.isArray(tokens) ? tokens.length : undefined }, 'tokens');
  }
  throw new BackendFault({
    code: 'count-failed',
    message: `${name} counts no tokens before a request is sent.`,
    fix: 'Send the request: its usage holds the count.',
  });
}

function figure(body: unknown, name: string): number {
  const count = fieldsOf(body)[name];
  if (typeof count !== 'number') throw new SyntaxError('The answer has no count.');
  return count;
}
