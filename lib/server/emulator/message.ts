import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import type { Message, MessageCreateParamsBase, WireUsage } from '@/lib/request/wire.ts';
import type { Reply } from './reply.ts';

/** Usage as the provider reports it, every field of it. */
export function wireUsage({ usage }: CacheOutcome, request: MessageCreateParamsBase, outputTokens: number): WireUsage {
  return {
    input_tokens: usage.inputTokens,
    cache_creation_input_tokens: usage.cacheCreation5mTokens + usage.cacheCreation1hTokens,
    cache_read_input_tokens: usage.cacheReadTokens,
    cache_creation: {
      ephemeral_5m_input_tokens: usage.cacheCreation5mTokens,
      ephemeral_1h_input_tokens: usage.cacheCreation1hTokens,
    },
    output_tokens: outputTokens,
    output_tokens_details: null,
    server_tool_use: null,
    service_tier: 'standard',
    inference_geo: request.inference_geo ?? null,
    speed: request.speed ?? 'standard',
  };
}

/** The whole answer, as a plain response carries it. */
export function wireMessage(
  id: string,
  request: MessageCreateParamsBase,
  outcome: CacheOutcome,
  reply: Reply,
): Message {
  const text = reply.pieces.join('');
  return {
    ...startedMessage(id, request, wireUsage(outcome, request, reply.outputTokens)),
    content: text === '' ? [] : [{ type: 'text', text, citations: null }],
    stop_reason: reply.stopReason,
  };
}

/** The answer before its first word. */
export function startedMessage(id: string, request: MessageCreateParamsBase, usage: WireUsage): Message {
  return {
    id,
    type: 'message',
    role: 'assistant',
    model: request.model,
    content: [],
    container: null,
    diagnostics: null,
    stop_details: null,
    stop_reason: null,
    stop_sequence: null,
    usage,
  };
}
