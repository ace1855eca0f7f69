import type { BackendEvent } from '@/lib/backends/backend.ts';
import type { StreamContext } from '@/lib/backends/message-events.ts';
import { streamError } from '@/lib/backends/stream-error.ts';
import { cutFailure, emptyStreamFailure, stoppedFailure } from '@/lib/backends/stream-failures.ts';
import { mergeUsage } from '@/lib/backends/usage/merge-usage.ts';
import { fieldsOf, type RawUsage } from '@/lib/backends/usage/raw-usage.ts';
import { stopReasonOf } from './finish-reason.ts';
import { openBlocks } from './open-blocks.ts';
import { textOf } from './parts.ts';

/** The events of a response as ours. Usage is in the last one; without a last one the stream was stopped by us, or cut. */
export async function* responsesEvents(
  data: AsyncIterable<string>,
  { clock, signal, backend, usageOf }: StreamContext,
): AsyncGenerator<BackendEvent, void, undefined> {
  const blocks = openBlocks();
  let begun = false;
  for await (const text of data) {
    if (signal.aborted) break;
    if (text === '[DONE]') break;
    const event = fieldsOf(JSON.parse(text));
    const type = textOf(event['type']);
    const response = fieldsOf(event['response']);
    if (type === '') throw new SyntaxError('The event has no type.');
    if (type === 'response.created') {
      begun = true;
      yield { type: 'message-start', at: clock(), messageId: textOf(response['id']) };
      continue;
    }
    if (type === 'error' || type === 'response.failed') throw streamError(errorOf(event, response));
    if (!begun) continue;
    const said = event['delta'];
    if (TEXT.has(type) && typeof said === 'string' && said !== '') {
      yield* blocks.close();
      yield { type: 'text-delta', text: said, at: clock() };
    } else if (THINKING.has(type)) blocks.think(textOf(said));
    else if (type === 'response.output_item.done') yield* itemEvents(fieldsOf(event['item']), blocks);
    else if (type === 'response.completed' || type === 'response.incomplete') {
      yield* blocks.close();
      if (response['usage']) yield { type: 'usage-report', usage: usageOf(mergeUsage({}, response['usage'])) };
      const reason = endReason(type, response);
      const stopReason = blocks.hasCalled && reason === 'end_turn' ? 'tool_use' : reason;
      return yield { type: 'message-end', at: clock(), stopReason };
    }
  }
  const broken = begun ? cutFailure(backend) : emptyStreamFailure(backend);
  yield { type: 'failure', failure: signal.aborted ? stoppedFailure() : broken, at: clock() };
}

const TEXT = new Set(['response.output_text.delta', 'response.refusal.delta']);
const THINKING = new Set(['response.reasoning_summary_text.delta', 'response.reasoning_text.delta']);

/** A call comes whole with its item, which is also the end of thinking. */
function itemEvents(
  { type, call_id, name, arguments: input }: RawUsage,
  blocks: ReturnType<typeof openBlocks>,
): BackendEvent[] {
  if (type === 'function_call') blocks.call(0, { id: call_id, name, input });
  return type === 'function_call' || type === 'reasoning' ? blocks.close() : [];
}

function endReason(type: string, response: RawUsage): string {
  if (type === 'response.completed') return 'end_turn';
  return stopReasonOf(textOf(fieldsOf(response['incomplete_details'])['reason']) || 'incomplete');
}

/** `{ type: 'error', code, message }`, or a response whose `error` has both. */
function errorOf(event: RawUsage, response: RawUsage): RawUsage {
  const error = fieldsOf(event['error'] ?? response['error']);
  return { error: { message: event['message'], code: event['code'], ...error } };
}
