import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import type { ModelCard } from '@/lib/pricing/model-card.ts';
import type { ContentBlock, Diagnostics, Message, MessageCreateParamsBase, WireUsage } from '@/lib/request/wire.ts';
import type { Reply } from './reply.ts';
import type { ReplyBlock } from './reply-block.ts';

/** One answer: what both its plain and its streamed form are made of. */
export interface Answer {
  readonly id: string;
  readonly request: MessageCreateParamsBase;
  readonly card: ModelCard;
  readonly outcome: CacheOutcome;
  readonly reply: Reply;
  readonly diagnostics: Diagnostics | null;
}

/** Usage as the provider reports it, every field of it. */
export function wireUsage({ outcome: { usage }, request, card }: Answer, outputTokens: number): WireUsage {
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
    speed: request.speed === 'fast' && runsFast(card) ? 'fast' : 'standard',
  };
}

/** Fast mode that costs nothing is none: such a model takes the field and runs at standard speed (caching rules §5). */
function runsFast({ factors }: ModelCard): boolean {
  const [numerator, denominator] = factors?.fast ?? [1, 1];
  return numerator > denominator;
}

/** The whole answer, as a plain response carries it. */
export function wireMessage(answer: Answer): Message {
  const { id, reply } = answer;
  return {
    ...startedMessage(answer, wireUsage(answer, reply.outputTokens)),
    content: reply.blocks.map((block, index) => wireBlock(block, id, index)),
    stop_reason: reply.stopReason,
  };
}

/** A block of the answer; a call's id follows from the message's, so that the same message has the same calls. */
export function wireBlock(block: ReplyBlock, messageId: string, index: number): ContentBlock {
  if (block.type === 'text') return { ...block, citations: null };
  if (block.type === 'thinking') return block;
  const id = block.id ?? `toolu_${messageId.replace(/^msg_/, '')}_${index}`;
  return { type: 'tool_use', id, name: block.name, input: block.input, caller: { type: 'direct' } };
}

/** The answer before its first word. */
export function startedMessage({ id, request, diagnostics }: Answer, usage: WireUsage): Message {
  return {
    id,
    type: 'message',
    role: 'assistant',
    model: request.model,
    content: [],
    container: null,
    diagnostics,
    stop_details: null,
    stop_reason: null,
    stop_sequence: null,
    usage,
  };
}
