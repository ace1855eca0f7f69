import { describe, expect, it } from 'vitest';
import type { RequestRules } from './request-fault.ts';
import { requestFaults, validateRequest } from './validate-request.ts';
import type { MessageCreateParamsBase } from './wire.ts';

const VALID = { model: 'claude-opus-5-5', max_tokens: 100, messages: [{ role: 'user', content: 'Hello' }] };
const messages = (...list: unknown[]) => ({ ...VALID, messages: list });
const content = (...blocks: unknown[]) => messages({ role: 'user', content: blocks });
const text = (value: string, extra: object = {}) => ({ type: 'text', text: value, ...extra });
const mark = (ttl?: string) => ({ cache_control: { type: 'ephemeral', ...(ttl && { ttl }) } });
const call = (id: string) => ({ type: 'tool_use', id, name: 'read', input: {} });
const result = (id: string) => ({ type: 'tool_result', tool_use_id: id, content: 'done' });
const PAPER = { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' } };
const CITATION = { type: 'char_location', cited_text: 'x', document_index: 0, start_char_index: 0, end_char_index: 1 };
const READ = { name: 'read', input_schema: { type: 'object' } };

function firstFault(value: unknown, rules: RequestRules = {}) {
  const valid = validateRequest(value, rules);
  return valid.ok ? undefined : valid.failure;
}

const user = { role: 'user', content: 'Hello' };
const assistant = { role: 'assistant', content: 'Hello.' };
const system = { role: 'system', content: 'Note.' };

describe('EMU-4: more faults than a call takes arguments', () => {
  const many = Array.from({ length: 200_000 }, () => text('x', { cache_control: { type: 'odd' } }));
  const extra = Object.fromEntries(many.map((_, index) => [`k${index}`, 1]));
  const cases: [string, unknown, string][] = [
    ['of shape', content({ ...result('a'), content: many.map(() => 1) }), 'messages.0.content.0.tool_result.content.0'],
    [
      'of marks',
      content({ ...result('a'), content: many }),
      'messages.0.content.0.tool_result.content.0.cache_control',
    ],
    [
      'in a mark',
      content(text('x', { cache_control: { type: 'ephemeral', ...extra } })),
      'messages.0.content.0.cache_control.ephemeral.k0',
    ],
  ];
  it.each(cases)('%s', (_, value, path) => expect(firstFault(value)?.path).toBe(path));

  it('of which those of the first items are enough', () => {
    const faulty = { ...VALID, messages: many.map(() => 1), tools: many.map(() => 1) };
    expect(requestFaults(faulty as unknown as MessageCreateParamsBase)).toHaveLength(200);
    for (const value of [...cases.slice(1).map(([, each]) => each), messages({ role: 'user', content: many })]) {
      const faults = requestFaults(value as MessageCreateParamsBase);
      expect(faults.filter(({ path }) => path.includes('cache_control'))).toHaveLength(100);
    }
  });
});

describe('EMU-4: what is let through', () => {
  const fine: [string, unknown, RequestRules?][] = [
    ['a plain request', VALID],
    ['keys at top level that nobody knows', { ...VALID, a_new_field: 1 }],
    ['cache_control null', { ...content(text('x', { cache_control: null })), cache_control: null }],
    ['blocks of a kind nobody knows', content({ type: 'hologram', data: 1 })],
    ['a kind named as something every object has', content({ type: 'valueOf' })],
    ['messages of one role in a row', messages(user, user)],
    ['a server tool', { ...VALID, tools: [{ type: 'web_search_20260318', name: 'web_search' }] }],
    ['an empty last message of the assistant, to go on from', messages(user, { role: 'assistant', content: [] })],
    [
      'calls answered over two messages',
      {
        ...messages(
          user,
          { role: 'assistant', content: [call('a'), call('b')] },
          { role: 'user', content: [result('a')] },
          { role: 'user', content: [result('b')] },
        ),
        tools: [READ],
      },
    ],
    ['a system message after a user message, last', messages(user, system), { midConversationSystem: true }],
    ['a system message between user and assistant', messages(user, system, assistant, user)],
    ['no max_tokens when counting', { model: 'm', messages: [user] }, { counting: true }],
    [
      'a scope under its beta',
      content(text('x', { cache_control: { type: 'ephemeral', scope: 'global' } })),
      {
        betas: ['prompt-caching-scope-2026-01-05'],
      },
    ],
    ['a pre-warm', { ...VALID, max_tokens: 0 }],
    ['a document of the assistant under an old version', messages(user, { role: 'assistant', content: [PAPER] }, user)],
    ['citations on text of the user under an old version', content(text('x', { citations: [CITATION] }))],
    [
      'under the new version, documents of the user and citations of the assistant, and none of the user',
      messages(
        { role: 'user', content: [PAPER, text('x', { citations: [] }), text('x', { citations: null })] },
        { role: 'assistant', content: [text('y', { citations: [CITATION] })] },
        user,
      ),
      { formerFields: false },
    ],
    ['speed standard said aloud where there is no fast mode', { ...VALID, speed: 'standard' }, { fastMode: false }],
    ['temperature under an old version', { ...VALID, temperature: 1 }, { formerFields: true }],
  ];
  for (const [what, value, rules] of fine) {
    it(what, () => {
      expect(firstFault(value, rules)).toBeUndefined();
      expect(requestFaults(value as MessageCreateParamsBase, rules)).toEqual([]);
    });
  }
});

describe("EMU-4: what is refused, in the provider's words", () => {
  const { max_tokens: _, ...withoutMaxTokens } = VALID;
  const refused: [message: string, path: string, value: unknown, rules?: RequestRules][] = [
    ['The request body must be a JSON object.', '', null],
    ['The request body must be a JSON object.', '', [VALID]],
    ['model: Field required', 'model', { ...VALID, model: undefined }],
    ['model: Input should be a valid string', 'model', { ...VALID, model: 7 }],
    ['max_tokens: Field required', 'max_tokens', withoutMaxTokens],
    ['max_tokens: Input should be a valid integer', 'max_tokens', { ...VALID, max_tokens: '7' }],
    ['max_tokens: Input should be greater than or equal to 0', 'max_tokens', { ...VALID, max_tokens: -1 }],
    ['messages: Field required', 'messages', { ...VALID, messages: undefined }],
    ['messages: at least one message is required', 'messages', messages()],
    ['messages.0: Input should be a valid dictionary', 'messages.0', messages('x')],
    ["messages.0.role: Input should be 'user' or 'assistant'", 'messages.0.role', messages({ ...user, role: 'tool' })],
    ['messages.0.role: Field required', 'messages.0.role', messages({ content: 'x' })],
    ['messages.0.content: Field required', 'messages.0.content', messages({ role: 'user' })],
    ['messages.0.content: Input should be a valid list', 'messages.0.content', messages({ role: 'user', content: 7 })],
    ['messages.0.content.0.type: Field required', 'messages.0.content.0.type', content({})],
    ['messages.0.content.0.text.text: Field required', 'messages.0.content.0.text.text', content({ type: 'text' })],
    [
      'messages.0.content.0.text.text: Input should be a valid string',
      'messages.0.content.0.text.text',
      content({ type: 'text', text: 7 }),
    ],
    [
      'messages.0.content.0.tool_result.content: Input should be a valid list',
      'messages.0.content.0.tool_result.content',
      content({ ...result('a'), content: null }),
    ],
    ["system.0.type: Input should be 'text'", 'system.0.type', { ...VALID, system: [{ type: 'image', source: {} }] }],
    ['tools: Input should be a valid list', 'tools', { ...VALID, tools: {} }],
    ['tools.0.type: Input should be a valid string', 'tools.0.type', { ...VALID, tools: [{ ...READ, type: 7 }] }],
    [
      "tools.0: Input tag 'text' found using 'type' does not match any of the expected tags",
      'tools.0',
      { ...VALID, tools: [{ ...READ, type: 'text' }] },
    ],
    [
      'tools.0.custom.input_schema: Field required',
      'tools.0.custom.input_schema',
      { ...VALID, tools: [{ name: 'x' }] },
    ],
    ['thinking: Input should be a valid dictionary', 'thinking', { ...VALID, thinking: 'on' }],
    ['stream: Input should be a valid boolean', 'stream', { ...VALID, stream: 'yes' }],
    ['messages: text content blocks must be non-empty', 'messages.0.content.1.text', content(text('x'), text(''))],
    [
      'messages: text content blocks must contain non-whitespace text',
      'messages.0.content.0.text',
      content(text(' \n')),
    ],
    ['system: text content blocks must be non-empty', 'system.0.text', { ...VALID, system: [text('')] }],
    [
      'messages.0: all messages must have non-empty content except for the optional final assistant message',
      'messages.0',
      messages({ role: 'user', content: '' }),
    ],
    ['messages: first message must use the "user" role', 'messages.0', messages(assistant, user)],
    [
      "role 'system' is not supported on this model",
      'messages.1.role',
      messages(user, system),
      {
        midConversationSystem: false,
      },
    ],
    [
      'messages.1.role: a system message must follow a user message, and be last or followed by an assistant message',
      'messages.1.role',
      messages(user, system, user),
    ],
    [
      'This model does not support assistant message prefill. The conversation must end with a user message.',
      'messages.1',
      messages(user, assistant),
      { prefill: false },
    ],
    [
      'messages: final assistant content cannot end with trailing whitespace',
      'messages.1',
      messages(user, { role: 'assistant', content: 'So ' }),
      { prefill: true },
    ],
    [
      'messages.0.content.1.text: cache_control cannot be set for empty text blocks',
      'messages.0.content.1',
      content(text('x'), text('', mark())),
    ],
    [
      'messages.1.content.0.thinking.cache_control: Extra inputs are not permitted',
      'messages.1.content.0',
      messages(user, { role: 'assistant', content: [{ type: 'thinking', thinking: 'x', ...mark() }, text('y')] }, user),
    ],
    [
      'A maximum of 4 blocks with cache_control may be provided. Found 5.',
      'messages.0.content.4',
      content(...Array.from({ length: 5 }, () => text('x', mark()))),
    ],
    [
      "messages.0.content.1.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: `tools`, `system`, `messages`.",
      'messages.0.content.1',
      content(text('x', mark()), text('x', mark('1h'))),
    ],
    [
      "system.0.cache_control.ephemeral.ttl: Input should be '5m' or '1h'",
      'system.0.cache_control.ephemeral.ttl',
      { ...VALID, system: [text('x', mark('2h'))] },
    ],
    [
      "system.0.cache_control: Input tag 'durable' found using 'type' does not match any of the expected tags: 'ephemeral'",
      'system.0.cache_control',
      { ...VALID, system: [text('x', { cache_control: { type: 'durable' } })] },
    ],
    ...[false, '', 0].flatMap((odd): [string, string, unknown][] => [
      ['cache_control: Input should be a valid dictionary', 'cache_control', { ...VALID, cache_control: odd }],
      [
        'system.0.cache_control: Input should be a valid dictionary',
        'system.0.cache_control',
        { ...VALID, system: [text('x', { cache_control: odd })] },
      ],
      [
        'messages.0.content.0.tool_result.content.0.cache_control: Input should be a valid dictionary',
        'messages.0.content.0.tool_result.content.0.cache_control',
        content({ ...result('a'), content: [text('x', { cache_control: odd })] }),
      ],
      [
        'tools.0.cache_control: cache_control cannot be set for tools with defer_loading',
        'tools.0.cache_control',
        { ...VALID, tools: [{ ...READ, defer_loading: true, cache_control: odd }] },
      ],
    ]),
    [
      'system.2.cache_control.ephemeral.scope: Extra inputs are not permitted',
      'system.2.cache_control.ephemeral.scope',
      {
        ...VALID,
        system: [text('x'), text('y'), text('z', { cache_control: { type: 'ephemeral', scope: 'global' } })],
      },
    ],
    [
      'cache_control.ephemeral.scope: Extra inputs are not permitted',
      'cache_control.ephemeral.scope',
      { ...VALID, cache_control: { type: 'ephemeral', scope: 'global' } },
    ],
    [
      'tools.0.cache_control: cache_control cannot be set for tools with defer_loading',
      'tools.0.cache_control',
      { ...VALID, tools: [{ ...READ, defer_loading: true, ...mark() }] },
    ],
    ['tools: Tool names must be unique.', 'tools.1.name', { ...VALID, tools: [READ, READ] }],
    [
      "tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'",
      'tools.0.custom.name',
      { ...VALID, tools: [{ ...READ, name: 'a b' }] },
    ],
    [
      'tool_choice: tool_choice may only be specified while providing tools.',
      'tool_choice',
      { ...VALID, tool_choice: { type: 'auto' } },
    ],
    [
      "Tool 'write' not found in provided tools",
      'tool_choice.name',
      { ...VALID, tools: [READ], tool_choice: { type: 'tool', name: 'write' } },
    ],
    [
      'tool_choice: type "tool" and "any" are not supported for this model.',
      'tool_choice',
      { ...VALID, tools: [READ], tool_choice: { type: 'any' } },
      { forcedToolChoice: false },
    ],
    [
      'messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: a. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
      'messages.1',
      messages(user, { role: 'assistant', content: [call('a')] }, user),
    ],
    [
      'messages.0.content.0: unexpected `tool_use_id` found in `tool_result` blocks: a. Each `tool_result` block must have a corresponding `tool_use` block in the previous message.',
      'messages.0.content.0',
      content(result('a')),
    ],
    [
      'max_tokens: 101 > 100, which is the maximum allowed number of output tokens for claude-opus-5-5',
      'max_tokens',
      { ...VALID, max_tokens: 101 },
      { maxOutput: 100 },
    ],
    [
      '`max_tokens` must be greater than `thinking.budget_tokens`.',
      'max_tokens',
      { ...VALID, thinking: { type: 'enabled', budget_tokens: 100 } },
    ],
    ['max_tokens: 0 is not supported with `stream`', 'max_tokens', { ...VALID, max_tokens: 0, stream: true }],
    [
      'temperature: Extra inputs are not permitted',
      'temperature',
      { ...VALID, temperature: 1 },
      { formerFields: false },
    ],
    ['speed: fast mode is not supported for this model.', 'speed', { ...VALID, speed: 'fast' }, { fastMode: false }],
    [
      'messages.1.content.1: `document` blocks are not permitted in assistant messages',
      'messages.1.content.1',
      messages(user, { role: 'assistant', content: [text('x'), PAPER] }, user),
      { formerFields: false },
    ],
    [
      'messages.0.content.1.text.citations: citations are not permitted on text of the user',
      'messages.0.content.1.text.citations',
      content(text('x'), text('y', { citations: [CITATION] })),
      { formerFields: false },
    ],
  ];
  for (const [message, path, value, rules] of refused) {
    it(message.slice(0, 90), () => expect(firstFault(value, rules)).toMatchObject({ message, path }));
  }

  it('names everything that is wrong, not only the first', () => {
    const request = content(text('', mark()), text(' '), text('x', mark('1h'))) as unknown as MessageCreateParamsBase;
    expect(requestFaults({ ...request, max_tokens: 200 }, { maxOutput: 100 }).map(({ path }) => path)).toEqual([
      'messages.0.content.0',
      'messages.0.content.2',
      'messages.0.content.1.text',
      'max_tokens',
    ]);
  });
});

describe('EMU-4: the same objects, checked again', () => {
  const PAPERS = messages(user, { role: 'assistant', content: [PAPER, text('x')] }) as MessageCreateParamsBase;
  const NOTED = messages(user, system) as MessageCreateParamsBase;
  const MARKED = { ...content(text('x', { cache_control: { type: 'ephemeral', scope: 'global' } })), tools: [READ] };
  const pathsOf = (value: MessageCreateParamsBase, rules: RequestRules) =>
    requestFaults(value, rules).map(({ path }) => path);

  it.each<[string, MessageCreateParamsBase, RequestRules, RequestRules, string]>([
    ['system messages', NOTED, {}, { midConversationSystem: false }, 'messages.1.role'],
    ['prefill', PAPERS, { prefill: true }, { prefill: false }, 'messages.1'],
    ['API version', PAPERS, {}, { formerFields: false }, 'messages.1.content.0'],
    [
      'marks',
      MARKED as MessageCreateParamsBase,
      { marks: false },
      {},
      'messages.0.content.0.cache_control.ephemeral.scope',
    ],
  ])('have the faults of the rules they are checked by: %s', (_, value, before, after, path) => {
    const first = pathsOf(value, before);
    expect(first).not.toContain(path);
    expect(pathsOf(value, after)).toContain(path);
    expect(pathsOf(value, before)).toEqual(first);
  });

  it('have the faults of the request they stand in', () => {
    const tools = MARKED.tools as MessageCreateParamsBase['tools'];
    const request = { ...NOTED, tools } as MessageCreateParamsBase;
    expect(pathsOf(request, {})).toEqual([]);
    expect(pathsOf({ ...request, tool_choice: { type: 'tool', name: 'write' } }, {})).toEqual(['tool_choice.name']);
  });
});
