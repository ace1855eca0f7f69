import { describe, expect, it } from 'vitest';
import type { BackendEvent } from '@/lib/backends/backend.ts';
import { collect, failureOf } from '@/lib/backends/backend-contract.ts';
import { createBackend } from '@/lib/backends/create-backend.ts';
import { success } from '@/lib/result.ts';

/** A server that streams these chunks, each as the data of one event. */
async function sent(
  family: 'chat-completions' | 'responses',
  chunks: readonly (object | string)[],
): Promise<BackendEvent[]> {
  const body = chunks.map((chunk) => `data: ${typeof chunk === 'string' ? chunk : JSON.stringify(chunk)}\n\n`).join('');
  const backend = createBackend({
    description: { id: 'x', name: 'The server', kind: 'llamacpp', family, key: 'none' },
    baseURL: 'http://server.test',
    keyFor: () => success(undefined),
    fetch: async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    clock: () => 0,
  });
  const request = { model: 'm', max_tokens: 9, messages: [{ role: 'user' as const, content: 'x' }] };
  return collect(backend.send(request, { signal: new AbortController().signal, session: 's' }));
}

const delta = (content: object, reason: string | null = null) => ({
  id: 'c',
  choices: [{ index: 0, delta: content, finish_reason: reason }],
});
const blocksOf = (events: readonly BackendEvent[]) =>
  events.flatMap((event) => (event.type === 'content-block' ? [event.block] : []));

describe('the stream of a chat completion', () => {
  it('BACK-39: thinking and calls come whole and in order, and the end says that a tool was called', async () => {
    const events = await sent('chat-completions', [
      delta({ role: 'assistant', reasoning_content: 'I must ' }),
      delta({ reasoning_content: 'read.' }),
      delta({ content: 'Reading.' }),
      delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'read', arguments: '{"pa' } }] }),
      delta({ tool_calls: [{ index: 1, id: 'b', function: { name: 'list', arguments: '' } }] }),
      delta({ tool_calls: [{ index: 0, function: { arguments: 'th":1}' } }] }),
      delta({}, 'stop'),
      '[DONE]',
    ]);
    expect(blocksOf(events)).toEqual([
      { type: 'thinking', thinking: 'I must read.', signature: '' },
      { type: 'tool_use', id: 'a', name: 'read', input: { path: 1 } },
      { type: 'tool_use', id: 'b', name: 'list', input: {} },
    ]);
    expect(events.map(({ type }) => type).indexOf('content-block')).toBeLessThan(
      events.map(({ type }) => type).indexOf('text-delta'),
    );
    expect(events.at(-1)).toMatchObject({ type: 'message-end', stopReason: 'tool_use' });
  });

  it('BACK-39: a call whose input is no JSON is a fault', async () => {
    const call = { tool_calls: [{ index: 0, id: 'a', function: { name: 'read', arguments: '{"pa' } }] };
    expect(failureOf(await sent('chat-completions', [delta(call), delta({}, 'tool_calls')]))?.code).toBe(
      'backend-failed',
    );
  });

  it('BACK-40: without [DONE], a finish reason ends it; without either it was cut', async () => {
    expect((await sent('chat-completions', [delta({ content: 'a' }), delta({}, 'length')])).at(-1)).toMatchObject({
      type: 'message-end',
      stopReason: 'max_tokens',
    });
    expect(failureOf(await sent('chat-completions', [delta({ content: 'a' })]))?.code).toBe('stream-cut');
  });

  it("BACK-40: llama.cpp's own figures stand in where it sends no usage", async () => {
    const timings = { cache_n: 90, prompt_n: 10, predicted_n: 4, prompt_ms: 20 };
    const events = await sent('chat-completions', [
      delta({ content: 'a' }),
      { ...delta({}, 'stop'), timings },
      '[DONE]',
    ]);
    const usage = events.findLast((event) => event.type === 'usage-report')?.usage;
    expect(usage).toMatchObject({ inputTokens: 10, cacheReadTokens: 90, outputTokens: 4, totalInputTokens: 100 });
  });

  it('BACK-40: an error half-way is told by its type or its number', async () => {
    const failing = async (error: object | string) =>
      failureOf(await sent('chat-completions', [delta({ content: 'a' }), { error }]));
    expect(await failing({ message: 'slow down', type: 'rate_limit_exceeded' })).toMatchObject({
      code: 'backend-rate-limited',
    });
    expect(await failing({ message: 'loading', code: 503 })).toMatchObject({ code: 'backend-overloaded' });
    expect(await failing('boom')).toMatchObject({ code: 'backend-failed', message: expect.stringContaining('boom') });
  });
});

describe('the stream of a response', () => {
  const created = { type: 'response.created', response: { id: 'r' } };

  it('BACK-39: reasoning and calls come whole', async () => {
    const events = await sent('responses', [
      created,
      { type: 'response.reasoning_summary_text.delta', delta: 'Hm.' },
      { type: 'response.output_item.done', item: { type: 'reasoning' } },
      {
        type: 'response.output_item.done',
        item: { type: 'function_call', call_id: 'a', name: 'read', arguments: '{}' },
      },
      {
        type: 'response.completed',
        response: { usage: { input_tokens: 5, input_tokens_details: { cached_tokens: 2 } } },
      },
    ]);
    expect(blocksOf(events)).toEqual([
      { type: 'thinking', thinking: 'Hm.', signature: '' },
      { type: 'tool_use', id: 'a', name: 'read', input: {} },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'message-end', stopReason: 'tool_use' });
  });

  it('BACK-40: an answer that is incomplete says why, one that failed is a fault, and one without an end was cut', async () => {
    const incomplete = { incomplete_details: { reason: 'max_output_tokens' } };
    const short = await sent('responses', [created, { type: 'response.incomplete', response: incomplete }]);
    expect(short.at(-1)).toMatchObject({ type: 'message-end', stopReason: 'max_tokens' });
    const failed = { type: 'response.failed', response: { error: { code: 'rate_limit_exceeded', message: 'slow' } } };
    expect(failureOf(await sent('responses', [created, failed]))?.code).toBe('backend-rate-limited');
    expect(failureOf(await sent('responses', [created]))?.code).toBe('stream-cut');
  });
});
