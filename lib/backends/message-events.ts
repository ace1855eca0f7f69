import type { ContentBlockParam, Message, RawMessageStreamEvent } from '@/lib/request/wire.ts';
import type { BackendEvent } from './backend.ts';
import { cacheVerdict } from './cache-verdict.ts';
import { blockCollector } from './collect-blocks.ts';
import { mergeUsage, normalUsage, type RawUsage } from './merge-usage.ts';
import { cutFailure, stoppedFailure } from './stream-failures.ts';

export interface StreamContext {
  readonly clock: () => number;
  readonly signal: AbortSignal;
  readonly backend: string;
  /** The provider was asked why this request could not read what an earlier one left. */
  readonly isDiagnosed?: boolean;
}

/** The SDK's raw events as ours. A stream that ends without `message_stop` was stopped by us, or cut. */
export async function* streamEvents(
  stream: AsyncIterable<RawMessageStreamEvent>,
  { clock, signal, backend, isDiagnosed = false }: StreamContext,
): AsyncGenerator<BackendEvent, void, undefined> {
  let usage: RawUsage = {};
  let stopReason: string | undefined;
  const blocks = blockCollector();
  for await (const event of stream) {
    // The SDK leaves a stopped stream without an error; nothing that still arrives is passed on.
    if (signal.aborted) break;
    const block = blocks.take(event);
    if (block) yield { type: 'content-block', block };
    switch (event.type) {
      case 'message_start':
        if (typeof event.message?.id !== 'string') throw new SyntaxError('The message has no id.');
        usage = mergeUsage(usage, event.message.usage);
        yield { type: 'message-start', at: clock(), messageId: event.message.id };
        if (isDiagnosed) yield* cacheVerdict(event.message);
        yield { type: 'usage-report', usage: normalUsage(usage) };
        break;
      case 'content_block_delta':
        if (event.delta?.type === 'text_delta') yield { type: 'text-delta', text: event.delta.text, at: clock() };
        break;
      case 'message_delta':
        stopReason = event.delta?.stop_reason ?? stopReason;
        usage = mergeUsage(usage, event.usage);
        yield { type: 'usage-report', usage: normalUsage(usage) };
        break;
      case 'message_stop':
        yield { type: 'message-end', at: clock(), stopReason };
        return;
      default:
        break;
    }
  }
  yield { type: 'failure', failure: signal.aborted ? stoppedFailure() : cutFailure(backend), at: clock() };
}

/** A plain answer as the events of a stream. */
export function* messageEvents(
  message: Message,
  { clock, isDiagnosed = false }: Pick<StreamContext, 'clock' | 'isDiagnosed'>,
): Generator<BackendEvent, void, undefined> {
  if (!Array.isArray(message?.content)) throw new SyntaxError('The message has no content.');
  yield { type: 'message-start', at: clock(), messageId: message.id };
  if (isDiagnosed) yield* cacheVerdict(message);
  for (const block of message.content) {
    if (block.type === 'text') yield { type: 'text-delta', text: block.text, at: clock() };
    else yield { type: 'content-block', block: block as ContentBlockParam };
  }
  yield { type: 'usage-report', usage: normalUsage(mergeUsage({}, message.usage)) };
  yield { type: 'message-end', at: clock(), stopReason: message.stop_reason ?? undefined };
}
