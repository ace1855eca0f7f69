import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import type { MessageCreateParamsBase, RawMessageStreamEvent } from '@/lib/request/wire.ts';
import { startedMessage, wireUsage } from './message.ts';
import type { Reply } from './reply.ts';

/** One answer, and how fast it streams. */
export interface StreamPlan {
  readonly id: string;
  readonly request: MessageCreateParamsBase;
  readonly outcome: CacheOutcome;
  readonly reply: Reply;
  /** Break off after half of the text, without the closing events. */
  readonly cut: boolean;
  /** Resolves when the next piece is due; `undefined`: all at once. */
  readonly pause: (() => Promise<void>) | undefined;
  readonly isStopped: () => boolean;
}

/** The answer as server-sent events, in the provider's order, in the portions in which they go out. */
export async function* messageStream(plan: StreamPlan): AsyncGenerator<string, void, undefined> {
  let held = opening(plan);
  const { pieces } = plan.reply;
  const sent = plan.cut ? pieces.slice(0, Math.ceil(pieces.length / 2)) : pieces;
  for (const text of sent) {
    if (plan.pause) {
      yield held;
      held = '';
      await plan.pause();
      if (plan.isStopped()) return;
    }
    held += encode({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });
  }
  yield plan.cut ? held : held + closing(plan);
}

function opening({ id, request, outcome }: StreamPlan): string {
  return (
    encode({ type: 'message_start', message: startedMessage(id, request, wireUsage(outcome, request, 1)) }) +
    encode({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '', citations: null } }) +
    'event: ping\ndata: {"type": "ping"}\n\n'
  );
}

/** The closing usage repeats the counts but for the split of creation by TTL (caching rules §6). */
function closing({ request, outcome, reply }: StreamPlan): string {
  const usage = wireUsage(outcome, request, reply.outputTokens);
  return (
    encode({ type: 'content_block_stop', index: 0 }) +
    encode({
      type: 'message_delta',
      delta: { container: null, stop_details: null, stop_reason: reply.stopReason, stop_sequence: null },
      usage: {
        input_tokens: usage.input_tokens,
        cache_creation_input_tokens: usage.cache_creation_input_tokens,
        cache_read_input_tokens: usage.cache_read_input_tokens,
        output_tokens: usage.output_tokens,
        output_tokens_details: null,
        server_tool_use: null,
      },
    }) +
    encode({ type: 'message_stop' })
  );
}

const encode = (event: RawMessageStreamEvent): string => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
