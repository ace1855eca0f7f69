import type { AnswerReader, ReaderContext } from '@/lib/backends/answer-stream.ts';
import type { BackendEvent } from '@/lib/backends/backend.ts';
import { messageStart } from '@/lib/backends/message-start.ts';
import { streamError } from '@/lib/backends/stream-error.ts';
import { cutFailure, emptyStreamFailure } from '@/lib/backends/stream-failures.ts';
import { mergeUsage } from '@/lib/backends/usage/merge-usage.ts';
import type { RawUsage } from '@/lib/backends/usage/raw-usage.ts';
import { fieldsOf, valueWords } from '@/lib/json-value.ts';
import { stopReasonOf } from './finish-reason.ts';
import { openBlocks } from './open-blocks.ts';

/**
 * Reads the chunks of a chat completion. Usage comes behind the last choice, in a chunk without one, so the end is `[DONE]`; a
 * stream that ends after a finish reason has also come to its end, for some servers leave `[DONE]` out.
 */
export function chatReader({ clock, backend, usageOf }: ReaderContext): AnswerReader {
  const blocks = openBlocks();
  let begun = false;
  let usage: RawUsage = {};
  let stopReason: string | undefined;
  const end = (): BackendEvent => {
    if (!begun) return { type: 'failure', failure: emptyStreamFailure(backend), at: clock() };
    if (stopReason === undefined) return { type: 'failure', failure: cutFailure(backend), at: clock() };
    // Some say "stop" when they have called a tool.
    const reason = blocks.hasCalled && stopReason === 'end_turn' ? 'tool_use' : stopReason;
    return { type: 'message-end', at: clock(), stopReason: reason };
  };
  return {
    *read(data) {
      if (data === '[DONE]') return yield end();
      const chunk = fieldsOf(JSON.parse(data));
      if ('error' in chunk && chunk['error'] !== null) throw streamError(chunk);
      const choices = Array.isArray(chunk['choices']) ? chunk['choices'].map(fieldsOf) : undefined;
      const said = mergeUsage(mergeUsage(usage, timingUsage(chunk)), chunk['usage'] ?? chunk['usageMetadata']);
      if (!choices && said === usage) throw new SyntaxError('The chunk is not one of a chat completion.');
      if (!begun) {
        begun = true;
        yield messageStart(clock(), valueWords(chunk['id'] ?? ''));
      }
      for (const choice of choices ?? []) {
        yield* choiceEvents(fieldsOf(choice['delta']), blocks, clock);
        const reason = choice['finish_reason'];
        if (typeof reason !== 'string') continue;
        yield* blocks.close();
        stopReason = stopReasonOf(reason);
      }
      if (said !== usage) yield { type: 'usage-report', usage: usageOf(said) };
      usage = said;
    },
    end,
  };
}

function* choiceEvents(
  delta: RawUsage,
  blocks: ReturnType<typeof openBlocks>,
  clock: () => number,
): Generator<BackendEvent, void, undefined> {
  const thought = delta['reasoning_content'] ?? delta['reasoning'];
  if (typeof thought === 'string') blocks.think(thought);
  const text = [delta['content'], delta['refusal']].filter((each) => typeof each === 'string').join('');
  if (text !== '') {
    yield* blocks.close();
    yield { type: 'text-delta', text, at: clock() };
  }
  const calls = Array.isArray(delta['tool_calls']) ? delta['tool_calls'].map(fieldsOf) : [];
  for (const [position, call] of calls.entries()) {
    const index = typeof call['index'] === 'number' ? call['index'] : position;
    const { name, arguments: input } = fieldsOf(call['function']);
    blocks.call(index, { id: call['id'], name, input });
  }
}

/** llama.cpp's own figures stand in where it sends no usage (BACK-40). */
function timingUsage(chunk: RawUsage): RawUsage | undefined {
  if (typeof chunk['timings'] !== 'object' || chunk['usage']) return undefined;
  const { cache_n: cached, prompt_n: computed, predicted_n: output } = fieldsOf(chunk['timings']);
  if (typeof cached !== 'number' || typeof computed !== 'number') return undefined;
  return {
    prompt_tokens: cached + computed,
    completion_tokens: output,
    prompt_tokens_details: { cached_tokens: cached },
    timings: chunk['timings'],
  };
}
