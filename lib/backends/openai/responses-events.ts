import type { AnswerReader, ReaderContext } from '@/lib/backends/answer-stream.ts';
import type { BackendEvent } from '@/lib/backends/backend.ts';
import { messageStart } from '@/lib/backends/message-start.ts';
import { streamError } from '@/lib/backends/stream-error.ts';
import { cutFailure, emptyStreamFailure } from '@/lib/backends/stream-failures.ts';
import { mergeUsage } from '@/lib/backends/usage/merge-usage.ts';
import type { RawUsage } from '@/lib/backends/usage/raw-usage.ts';
import { fieldsOf } from '@/lib/json-value.ts';
import { stopReasonOf } from './finish-reason.ts';
import { openBlocks } from './open-blocks.ts';
import { textOf } from './parts.ts';

/** Reads the events of a response. Usage is in the last one; a stream without a last one was cut. */
export function responsesReader({ clock, backend, usageOf }: ReaderContext): AnswerReader {
  const blocks = openBlocks();
  let begun = false;
  const end = (): BackendEvent => ({
    type: 'failure',
    failure: begun ? cutFailure(backend) : emptyStreamFailure(backend),
    at: clock(),
  });
  return {
    *read(data) {
      if (data === '[DONE]') return yield end();
      const event = fieldsOf(JSON.parse(data));
      const type = textOf(event['type']);
      const response = fieldsOf(event['response']);
      if (type === '') throw new SyntaxError('The event has no type.');
      if (type === 'response.created') {
        begun = true;
        return yield messageStart(clock(), response['id']);
      }
      if (type === 'error' || type === 'response.failed') throw streamError(errorOf(event, response));
      if (!begun) return;
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
        yield { type: 'message-end', at: clock(), stopReason };
      }
    },
    end,
  };
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
