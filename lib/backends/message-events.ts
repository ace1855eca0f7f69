import { mergeUsage, startUsage } from '@/lib/backends/usage/merge-usage.ts';
import type { RawUsage } from '@/lib/backends/usage/raw-usage.ts';
import type { ContentBlockParam, Message, RawMessageStreamEvent } from '@/lib/request/wire.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import type { BackendEvent } from './backend.ts';
import { cacheVerdict } from './cache-verdict.ts';
import { blockCollector } from './collect-blocks.ts';
import { cutFailure, emptyStreamFailure, stoppedFailure } from './stream-failures.ts';

export interface StreamContext {
  readonly clock: () => number;
  readonly signal: AbortSignal;
  readonly backend: string;
  /** What the server's figures mean. */
  readonly usageOf: (raw: RawUsage) => Usage;
  /** The provider was asked why this request could not read what an earlier one left. */
  readonly isDiagnosed?: boolean;
}

/** The SDK's raw events as ours. A stream that ends without `message_stop` was stopped by us, or cut. */
export async function* streamEvents(
  stream: AsyncIterable<RawMessageStreamEvent>,
  { clock, signal, backend, usageOf, isDiagnosed = false }: StreamContext,
): AsyncGenerator<BackendEvent, void, undefined> {
  let usage: RawUsage = {};
  let stopReason: string | undefined;
  let begun = false;
  const blocks = blockCollector();
  for await (const event of stream) {
    // The SDK leaves a stopped stream without an error; nothing that still arrives is passed on.
    if (signal.aborted) break;
    // llama.cpp leaves the first event out when the first token is but a part of a character.
    if (!begun && BEGINS.has(event.type)) {
      begun = true;
      yield { type: 'message-start', at: clock(), messageId: '' };
    }
    const block = blocks.take(event);
    if (block) yield { type: 'content-block', block };
    switch (event.type) {
      case 'message_start':
        if (typeof event.message?.id !== 'string') throw new SyntaxError('The message has no id.');
        begun = true;
        usage = startUsage(event.message.usage);
        yield { type: 'message-start', at: clock(), messageId: event.message.id };
        if (isDiagnosed) yield* cacheVerdict(event.message);
        yield { type: 'usage-report', usage: usageOf(usage) };
        break;
      case 'content_block_delta':
        if (event.delta?.type === 'text_delta') yield { type: 'text-delta', text: event.delta.text, at: clock() };
        break;
      case 'message_delta':
        stopReason = event.delta?.stop_reason ?? stopReason;
        usage = mergeUsage(usage, event.usage);
        yield { type: 'usage-report', usage: usageOf(usage) };
        break;
      case 'message_stop':
        yield { type: 'message-end', at: clock(), stopReason };
        return;
      default:
        break;
    }
  }
  const broken = begun ? cutFailure(backend) : emptyStreamFailure(backend);
  yield { type: 'failure', failure: signal.aborted ? stoppedFailure() : broken, at: clock() };
}

/** Events that only an answer that has begun can have. */
const BEGINS: ReadonlySet<string> = new Set(['content_block_start', 'content_block_delta', 'message_delta']);

/** A plain answer as the events of a stream. */
export function* messageEvents(
  message: Message,
  { clock, usageOf, isDiagnosed = false }: Pick<StreamContext, 'clock' | 'usageOf' | 'isDiagnosed'>,
): Generator<BackendEvent, void, undefined> {
  if (!Array.isArray(message?.content)) throw new SyntaxError('The message has no content.');
  yield { type: 'message-start', at: clock(), messageId: message.id };
  if (isDiagnosed) yield* cacheVerdict(message);
  for (const block of message.content) {
    if (block.type === 'text') yield { type: 'text-delta', text: block.text, at: clock() };
    else yield { type: 'content-block', block: block as ContentBlockParam };
  }
  yield { type: 'usage-report', usage: usageOf(mergeUsage({}, message.usage)) };
  yield { type: 'message-end', at: clock(), stopReason: message.stop_reason ?? undefined };
}
