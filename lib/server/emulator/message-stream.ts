import type { RawMessageStreamEvent } from '@/lib/request/wire.ts';
import { type Answer, startedMessage, wireBlock, wireUsage } from './message.ts';
import { piecesOf } from './reply.ts';
import type { ReplyBlock } from './reply-block.ts';

/** One piece of the answer with what comes before and behind it: `before` and `behind` are not waited for. */
interface Piece {
  readonly before: string;
  readonly delta: string;
  readonly behind: string;
}

/**
 * The answer as server-sent events, in the provider's order, in the portions between which it may be waited. `isCut`: it breaks off
 * after half of the pieces, without the closing events.
 */
export function streamPortions(answer: Answer, isCut: boolean): string[] {
  const pieces = answer.reply.blocks.flatMap((block, index) => blockPieces(answer, block, index));
  const sent = isCut ? pieces.slice(0, Math.ceil(pieces.length / 2)) : pieces;
  const portions: string[] = [];
  let held = opening(answer);
  for (const [index, { before, delta, behind }] of sent.entries()) {
    portions.push(held + before);
    held = delta + (isCut && index === sent.length - 1 ? '' : behind);
  }
  portions.push(isCut ? held : held + closing(answer));
  return portions;
}

function opening(answer: Answer): string {
  return encode({ type: 'message_start', message: startedMessage(answer, wireUsage(answer, 1)) });
}

const PING = 'event: ping\ndata: {"type": "ping"}\n\n';

/** A block starts empty, a ping comes behind the first start, and its deltas add up to it. */
function blockPieces({ id }: Answer, block: ReplyBlock, index: number): Piece[] {
  const whole = wireBlock(block, id, index);
  const empty =
    whole.type === 'text'
      ? { ...whole, text: '' }
      : whole.type === 'thinking'
        ? { ...whole, thinking: '', signature: '' }
        : { ...whole, input: {} };
  const start = encode({ type: 'content_block_start', index, content_block: empty as typeof whole });
  const before = index === 0 ? start + PING : start;
  const stop = encode({ type: 'content_block_stop', index });
  const head = `{"type":"content_block_delta","index":${index},"delta":`;
  const deltas = blockDeltas(block).map((delta) => event('content_block_delta', `${head}${JSON.stringify(delta)}}`));
  if (deltas.length === 0) return [{ before, delta: '', behind: stop }];
  return deltas.map((delta, at) => ({
    before: at === 0 ? before : '',
    delta,
    behind: at === deltas.length - 1 ? stop : '',
  }));
}

type Delta = Extract<RawMessageStreamEvent, { type: 'content_block_delta' }>['delta'];

function blockDeltas(block: ReplyBlock): Delta[] {
  switch (block.type) {
    case 'text':
      return piecesOf(block.text).map((text) => ({ type: 'text_delta', text }));
    case 'thinking':
      return [
        ...piecesOf(block.thinking).map((thinking): Delta => ({ type: 'thinking_delta', thinking })),
        { type: 'signature_delta', signature: block.signature },
      ];
    case 'tool_use':
      return ['', ...(JSON.stringify(block.input).match(/[\s\S]{1,24}/gu) ?? [])].map((partial_json) => ({
        type: 'input_json_delta',
        partial_json,
      }));
  }
}

/** The closing usage repeats the counts but for the split of creation by TTL (caching rules §6). */
function closing(answer: Answer): string {
  const { reply } = answer;
  const usage = wireUsage(answer, reply.outputTokens);
  return (
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
    }) + encode({ type: 'message_stop' })
  );
}

const encode = (message: RawMessageStreamEvent): string => event(message.type, JSON.stringify(message));

const event = (type: RawMessageStreamEvent['type'], json: string): string => `event: ${type}\ndata: ${json}\n\n`;
