import { expect, it } from 'vitest';
import type { RawMessageStreamEvent } from '@/lib/request/wire.ts';
import { blockCollector } from './collect-blocks.ts';

const events = (...list: object[]) => list as RawMessageStreamEvent[];
const collect = (list: RawMessageStreamEvent[]) => {
  const collector = blockCollector();
  return list.flatMap((event) => collector.take(event) ?? []);
};

it('BACK-30: thinking and tool calls are put together from their pieces, text is not', () => {
  const stream = events(
    { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '', signature: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'Let ' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'me.' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: 'sig' } },
    { type: 'content_block_stop', index: 0 },
    { type: 'content_block_start', index: 1, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'Reading.' } },
    { type: 'content_block_stop', index: 1 },
    { type: 'content_block_start', index: 2, content_block: { type: 'tool_use', id: 't', name: 'Read', input: {} } },
    { type: 'content_block_delta', index: 2, delta: { type: 'input_json_delta', partial_json: '{"path":' } },
    { type: 'content_block_delta', index: 2, delta: { type: 'input_json_delta', partial_json: '"a"}' } },
    { type: 'content_block_stop', index: 2 },
    { type: 'content_block_start', index: 3, content_block: { type: 'tool_use', id: 'u', name: 'List', input: {} } },
    { type: 'content_block_stop', index: 3 },
  );
  expect(collect(stream)).toEqual([
    { type: 'thinking', thinking: 'Let me.', signature: 'sig' },
    { type: 'tool_use', id: 't', name: 'Read', input: { path: 'a' } },
    { type: 'tool_use', id: 'u', name: 'List', input: {} },
  ]);
});

it('BACK-30: a call whose input is cut off is no JSON, and fails as the stream does', () => {
  const cut = events(
    { type: 'content_block_start', index: 0, content_block: { type: 'tool_use', id: 't', name: 'Read', input: {} } },
    { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '{"pa' } },
    { type: 'content_block_stop', index: 0 },
  );
  expect(() => collect(cut)).toThrow(SyntaxError);
});
