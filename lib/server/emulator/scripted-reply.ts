import { isFields } from '@/lib/json-value.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { type ApiFault, invalidRequest } from './api-fault.ts';
import type { ReplyBlock, StopReason } from './reply-block.ts';

/** An answer that a test has written itself. Without `stopReason` it follows from the blocks. */
export interface ScriptedReply {
  readonly content: readonly ReplyBlock[];
  readonly stopReason: StopReason | undefined;
}

const STOP_REASONS = ['end_turn', 'max_tokens', 'stop_sequence', 'tool_use', 'pause_turn', 'refusal'] as const;
const HEADER = 'x-emulator-reply';

/** Reads `x-emulator-reply`: a JSON list of content blocks (text, tool_use, thinking), or `{"content":[…],"stop_reason":…}`. */
export function readScriptedReply(value: string | null): Result<ScriptedReply | undefined, ApiFault> {
  if (value === null || value.trim() === '') return success(undefined);
  const json = parsed(value);
  const whole = Array.isArray(json) ? { content: json } : json;
  if (!isFields(whole) || !Array.isArray(whole['content']))
    return refused('a JSON list of content blocks, or an object with such a `content`');
  const stop = whole['stop_reason'];
  const stopReason = STOP_REASONS.find((known) => known === stop);
  if (stop !== undefined && !stopReason) return refused(`\`stop_reason\` as one of ${STOP_REASONS.join(', ')}`);
  const content: ReplyBlock[] = [];
  for (const block of whole['content']) {
    const read = replyBlock(block);
    if (!read) return refused('blocks of type text (`text`), tool_use (`name`, `input`) or thinking (`thinking`)');
    content.push(read);
  }
  return success({ content, stopReason });
}

const refused = (expected: string): Result<never, ApiFault> =>
  failed(invalidRequest(`${HEADER}: Input should be ${expected}`));

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function replyBlock(block: unknown): ReplyBlock | undefined {
  if (!isFields(block)) return undefined;
  const { type, text, name, input = {}, id, thinking, signature } = block;
  if (type === 'text' && typeof text === 'string') return { type, text };
  if (type === 'tool_use' && typeof name === 'string' && isFields(input)) {
    return { type, name, input, id: typeof id === 'string' ? id : undefined };
  }
  if (type !== 'thinking' || typeof thinking !== 'string') return undefined;
  return { type, thinking, signature: typeof signature === 'string' ? signature : 'emulated' };
}
