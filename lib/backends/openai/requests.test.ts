import { describe, expect, it } from 'vitest';
import { BackendFault } from '@/lib/backends/backend-fault.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { chatRequest } from './chat-request.ts';
import { responsesRequest } from './responses-request.ts';

const call = { signal: new AbortController().signal, session: 'x'.repeat(80) };

const REQUEST: MessageCreateParamsBase = {
  model: 'gpt-5.6',
  max_tokens: 300,
  system: [
    { type: 'text', text: 'You are brief.' },
    { type: 'text', text: ' You are kind.', cache_control: { type: 'ephemeral' } },
  ],
  tools: [
    { name: 'read', description: 'Reads a file.', input_schema: { type: 'object', properties: { z: {}, a: {} } } },
  ],
  tool_choice: { type: 'any', disable_parallel_tool_use: true },
  thinking: { type: 'enabled', budget_tokens: 2500 },
  messages: [
    { role: 'user', content: 'Read a.txt' },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'Hm.', signature: 's' },
        { type: 'text', text: 'I read it.' },
        { type: 'tool_use', id: 'call_1', name: 'read', input: { path: 'a.txt' } },
      ],
    },
    {
      role: 'user',
      content: [
        {
          type: 'tool_result',
          tool_use_id: 'call_1',
          content: [
            { type: 'text', text: 'text of a' },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
          ],
        },
        { type: 'text', text: 'And now?', cache_control: { type: 'ephemeral' } },
      ],
    },
  ],
};

const fault = (request: object): unknown => {
  try {
    return chatRequest(request as MessageCreateParamsBase, 'openai', call);
  } catch (error) {
    return error instanceof BackendFault ? error.failure : error;
  }
};

describe('a Messages request as a chat completion', () => {
  it('BACK-35: system blocks, marks, tools, calls and results in the words of OpenAI', () => {
    const mark = { prompt_cache_breakpoint: { mode: 'explicit' } };
    expect(chatRequest(REQUEST, 'openai', call)).toEqual({
      model: 'gpt-5.6',
      messages: [
        {
          role: 'developer',
          content: [
            { type: 'text', text: 'You are brief.' },
            { type: 'text', text: ' You are kind.', ...mark },
          ],
        },
        { role: 'user', content: [{ type: 'text', text: 'Read a.txt' }] },
        {
          role: 'assistant',
          content: 'I read it.',
          tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'read', arguments: '{"path":"a.txt"}' } }],
        },
        { role: 'tool', tool_call_id: 'call_1', content: 'text of a' },
        {
          role: 'user',
          content: [
            { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
            { type: 'text', text: 'And now?', ...mark },
          ],
        },
      ],
      tools: [
        {
          type: 'function',
          function: {
            name: 'read',
            description: 'Reads a file.',
            parameters: { type: 'object', properties: { z: {}, a: {} } },
          },
        },
      ],
      tool_choice: 'required',
      parallel_tool_calls: false,
      max_completion_tokens: 300,
      reasoning_effort: 'medium',
      prompt_cache_key: 'x'.repeat(64),
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it('BACK-36: a server of local models gets one text, joined as it joins blocks itself, and none of the extras', () => {
    const { thinking: _, ...plain } = REQUEST;
    const body = JSON.stringify(chatRequest(plain, 'llamacpp', call));
    expect(body).toContain('{"role":"system","content":"You are brief. You are kind."}');
    expect(JSON.stringify(chatRequest(plain, 'sglang', call))).toContain('You are brief.\\n You are kind.');
    expect(body).toContain('"max_tokens":300');
    for (const extra of ['cache_control', 'breakpoint', 'prompt_cache_key', 'developer', 'reasoning_effort'])
      expect(body).not.toContain(extra);
  });

  it('BACK-36: marks go out where they are understood: not to models of OpenAI that know none, as they are to OpenRouter', () => {
    expect(JSON.stringify(chatRequest({ ...REQUEST, model: 'gpt-5.1' }, 'openai', call))).not.toContain('breakpoint');
    expect(JSON.stringify(chatRequest(REQUEST, 'openrouter', call))).toContain('"cache_control":{"type":"ephemeral"}');
  });

  it('BACK-37: what has no place there is refused before anything is sent, with its place', () => {
    const tool = { type: 'web_search_20250305', name: 'web_search' };
    expect(fault({ ...REQUEST, tools: [tool] })).toMatchObject({ code: 'request-invalid', place: 'tools.0' });
    const block = { type: 'search_result', content: [] };
    expect(fault({ ...REQUEST, messages: [{ role: 'user', content: [block] }] })).toMatchObject({
      place: 'messages.0.content.0',
    });
    const server = { type: 'server_tool_use', id: 'x', name: 'web_search', input: {} };
    expect(fault({ ...REQUEST, messages: [{ role: 'assistant', content: [server] }] })).toMatchObject({
      place: 'messages.0.content.0',
    });
    for (const odd of [{ messages: 3 }, { messages: [null] }, { system: 7 }, { tools: {} }, { tool_choice: 'auto' }])
      expect(fault({ ...REQUEST, ...odd })).toMatchObject({ code: 'request-invalid' });
  });

  it('BACK-38: a pre-warm asks for one token, the least there is', () => {
    expect(chatRequest({ ...REQUEST, max_tokens: 0 }, 'vllm', call)).toMatchObject({ max_tokens: 1 });
    expect(responsesRequest({ ...REQUEST, max_tokens: 0 }, 'openai', call)).toMatchObject({ max_output_tokens: 1 });
  });
});

describe('a Messages request as a response', () => {
  it('BACK-35: items in their order, texts of an assistant between its calls', () => {
    expect(responsesRequest(REQUEST, 'openai', call)).toMatchObject({
      input: [
        {
          role: 'developer',
          content: [
            { type: 'input_text', text: 'You are brief.' },
            { type: 'input_text', text: ' You are kind.', prompt_cache_breakpoint: { mode: 'explicit' } },
          ],
        },
        { role: 'user', content: [{ type: 'input_text', text: 'Read a.txt' }] },
        { role: 'assistant', content: [{ type: 'output_text', text: 'I read it.' }] },
        { type: 'function_call', call_id: 'call_1', name: 'read', arguments: '{"path":"a.txt"}' },
        {
          type: 'function_call_output',
          call_id: 'call_1',
          output: [
            { type: 'input_text', text: 'text of a' },
            { type: 'input_image', image_url: 'data:image/png;base64,AAAA' },
          ],
        },
        { role: 'user', content: [{ type: 'input_text', text: 'And now?' }] },
      ],
      tools: [{ type: 'function', name: 'read', strict: false }],
      tool_choice: 'required',
      reasoning: { effort: 'medium', summary: 'auto' },
      max_output_tokens: 300,
      store: false,
      stream: true,
    });
  });
});
