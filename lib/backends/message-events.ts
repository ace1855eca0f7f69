import { mergeUsage, startUsage } from '@/lib/backends/usage/merge-usage.ts';
import type { RawUsage } from '@/lib/backends/usage/raw-usage.ts';
import type { ContentBlockParam, Message, RawMessageStreamEvent } from '@/lib/request/wire.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import type { AnswerReader, ReaderContext } from './answer-stream.ts';
import type { BackendEvent } from './backend.ts';
import { cacheVerdict } from './cache-verdict.ts';
import { blockCollector } from './collect-blocks.ts';
import { messageStart } from './message-start.ts';
import { streamError } from './stream-error.ts';
import { cutFailure, emptyStreamFailure } from './stream-failures.ts';

export interface MessageContext extends ReaderContext {
  /** The provider was asked why this request could not read what an earlier one left. */
  readonly isDiagnosed?: boolean;
}

/** Reads the events of the Messages API. A stream that ends without `message_stop` was cut. */
export function messageReader({ clock, backend, usageOf, isDiagnosed = false }: MessageContext): AnswerReader {
  let usage: RawUsage = {};
  let stopReason: string | undefined;
  let begun = false;
  const blocks = blockCollector();
  return {
    *read(data) {
      const event = rawEvent(data);
      // llama.cpp leaves the first event out when the first token is but a part of a character (the build of BACK-42, 2026-11-21).
      if (!begun && BEGINS.has(event.type)) {
        begun = true;
        yield messageStart(clock());
      }
      const block = blocks.take(event);
      if (block) yield { type: 'content-block', block };
      switch (event.type) {
        case 'message_start':
          if (typeof event.message?.id !== 'string') throw new SyntaxError('The message has no id.');
          begun = true;
          usage = startUsage(event.message.usage);
          yield messageStart(clock(), event.message.id);
          if (isDiagnosed) yield* cacheVerdict(event.message);
          yield { type: 'usage-report', usage: inputOf(usageOf(usage)) };
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
          break;
        default:
          break;
      }
    },
    end: () => ({ type: 'failure', failure: begun ? cutFailure(backend) : emptyStreamFailure(backend), at: clock() }),
  };
}

/** What is known when an answer begins: its output, as the first event has it, is but what is written so far. */
function inputOf({ outputTokens: _, ...input }: Usage): Usage {
  return input;
}

/** An event of the stream; one that tells an error is thrown. */
function rawEvent(data: string): RawMessageStreamEvent {
  const event = JSON.parse(data) as RawMessageStreamEvent | { readonly type: 'error'; readonly error: unknown };
  if (typeof event !== 'object' || event === null) throw new SyntaxError('The event is no object.');
  if (event.type === 'error') throw streamError({ error: event.error });
  return event;
}

/** Events that only an answer that has begun can have. */
const BEGINS: ReadonlySet<string> = new Set(['content_block_start', 'content_block_delta', 'message_delta']);

/** A plain answer as the events of a stream. */
export function* messageEvents(
  message: Message,
  { clock, usageOf, isDiagnosed = false }: Pick<MessageContext, 'clock' | 'usageOf' | 'isDiagnosed'>,
): Generator<BackendEvent, void, undefined> {
  if (!Array.isArray(message?.content)) throw new SyntaxError('The message has no content.');
  yield messageStart(clock(), message.id);
  if (isDiagnosed) yield* cacheVerdict(message);
  for (const block of message.content) {
    if (block.type === 'text') yield { type: 'text-delta', text: block.text, at: clock() };
    else yield { type: 'content-block', block: block as ContentBlockParam };
  }
  yield { type: 'usage-report', usage: usageOf(mergeUsage({}, message.usage)) };
  yield { type: 'message-end', at: clock(), stopReason: message.stop_reason ?? undefined };
}
