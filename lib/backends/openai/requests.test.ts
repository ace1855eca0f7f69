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

  it('BACK-36: every mark goes out, in the place where the server looks for it', () => {
    const mark = { cache_control: { type: 'ephemeral' } };
    const [user, assistant, results] = REQUEST.messages;
    const marked = {
      ...REQUEST,
      model: 'anthropic/claude-opus-5-5',
      ...mark,
      tools: REQUEST.tools?.map((tool) => ({ ...tool, ...mark })),
      messages: [
        user,
        {
          role: 'assistant',
          content: [
            { type: 'text', text: 'I' },
            { type: 'text', text: ' read.', ...mark },
          ],
        },
        assistant,
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'call_1', content: 'text of a', ...mark }] },
        results,
      ],
    } as MessageCreateParamsBase;
    const tool = { tool_call_id: 'call_1', role: 'tool' };
    const told = (kind: 'openrouter' | 'litellm' | 'openai' | 'llamacpp', model = marked.model) => {
      const { messages, tools, cache_control } = chatRequest({ ...marked, model }, kind, call);
      const [, , said, , result] = Array.isArray(messages) ? messages : [];
      return { said: said?.content, result, tools, cache_control };
    };
    const func = { type: 'function', function: expect.anything() };
    const said = [
      { type: 'text', text: 'I' },
      { type: 'text', text: ' read.', ...mark },
    ];
    expect(told('openrouter')).toEqual({
      said,
      result: { ...tool, content: [{ type: 'text', text: 'text of a', ...mark }] },
      tools: [{ ...func, ...mark }],
      ...mark,
    });
    expect(told('litellm', 'claude-opus-5-5')).toEqual({
      said,
      result: { ...tool, content: 'text of a', ...mark },
      tools: [{ ...func, ...mark }],
      ...mark,
    });
    const breakpoint = { prompt_cache_breakpoint: { mode: 'explicit' } };
    expect(told('openai', 'gpt-5.6')).toEqual({
      said: [said[0], { type: 'text', text: ' read.', ...breakpoint }],
      result: { ...tool, content: [{ type: 'text', text: 'text of a', ...breakpoint }] },
      tools: [func],
      cache_control: undefined,
    });
    expect(told('llamacpp', 'qwen')).toEqual({
      said: 'I read.',
      result: { ...tool, content: 'text of a' },
      tools: [func],
      cache_control: undefined,
    });
    expect(told('litellm', 'qwen')).toMatchObject({ cache_control: undefined });
    expect(responsesRequest({ ...marked, model: 'gpt-5.6' }, 'openai', call)).toMatchObject({
      input: expect.arrayContaining([
        {
          type: 'function_call_output',
          call_id: 'call_1',
          output: [{ type: 'input_text', text: 'text of a', ...breakpoint }],
        },
      ]),
    });
  });

  it("BACK-36: a result's mark ends behind its pictures, wherever they go", () => {
    const mark = { cache_control: { type: 'ephemeral' } };
    const picture = { type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } };
    const result = { type: 'tool_result', tool_use_id: 'c', content: [{ type: 'text', text: 'a' }, picture], ...mark };
    const request = { ...REQUEST, messages: [{ role: 'user', content: [result] }] } as MessageCreateParamsBase;
    for (const kind of ['openrouter', 'litellm'] as const) {
      expect(chatRequest(request, kind, call)['messages']).toEqual([
        expect.anything(),
        { role: 'tool', tool_call_id: 'c', content: 'a' },
        { role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.png' }, ...mark }] },
      ]);
    }
  });

  it('BACK-36: a mark on a call goes to LiteLLM, and is refused where calls carry none', () => {
    const mark = { cache_control: { type: 'ephemeral' } };
    const use = { type: 'tool_use', id: 'call_1', name: 'read', input: {}, ...mark };
    const messages = [{ role: 'assistant', content: [use] }];
    const request = { ...REQUEST, model: 'claude-opus-5-5', messages } as MessageCreateParamsBase;
    expect(chatRequest(request, 'litellm', call)['messages']).toMatchObject([{}, { tool_calls: [mark] }]);
    expect(() => chatRequest(request, 'openrouter', call)).toThrow(BackendFault);
    expect(() => responsesRequest(request, 'litellm', call)).toThrow(BackendFault);
    expect(JSON.stringify(chatRequest(request, 'llamacpp', call))).not.toContain('cache_control');
    const other = chatRequest({ ...request, model: 'openai/gpt-5.6' }, 'openrouter', call);
    expect(other).toMatchObject({ messages: [{}, { tool_calls: [expect.not.objectContaining(mark)] }] });
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
