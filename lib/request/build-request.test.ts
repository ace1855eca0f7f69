import { describe, expect, it } from 'vitest';
import { assemblePrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import { SAMPLE_INPUT, SAMPLE_MODEL } from '@/lib/prompt/sample-input.ts';
import { breakpointViolations } from './breakpoints.ts';
import { type BuiltRequest, buildRequest } from './build-request.ts';
import type { CacheSettings } from './cache-settings.ts';
import { cacheControl, flattenRequest } from './flatten-request.ts';

const CACHE: CacheSettings = { enabled: true, markDynamic: true, markLastUserBlock: true, sendScope: false, marks: {} };

function build(input: Partial<PromptInput> = {}, cache: Partial<CacheSettings> = {}): BuiltRequest {
  const whole = { ...SAMPLE_INPUT, ...input };
  return buildRequest(assemblePrompt(whole, SAMPLE_MODEL, 1), whole, {
    model: SAMPLE_MODEL.id,
    maxTokens: 1024,
    cache: { ...CACHE, ...cache },
  });
}

const flags = (change: Partial<PromptInput['flags']>) => ({ flags: { ...SAMPLE_INPUT.flags, ...change } });

/** The blocks that carry a mark, with the mark as it is sent. */
function marks({ request, blocks }: BuiltRequest): Record<string, unknown> {
  const wire = new Map<string, object>(flattenRequest(request).map(({ path, value }) => [path, value]));
  for (const [index, value] of (request.tools ?? []).entries()) wire.set(`tools.${index}`, value);
  return Object.fromEntries(
    blocks.flatMap(({ id, path, breakpoint }) => {
      const sent = cacheControl(wire.get(path) ?? {});
      expect(sent !== undefined, id).toBe(breakpoint !== undefined);
      const { type: _, ...control } = sent ?? {};
      return sent ? [[id, control]] : [];
    }),
  );
}

describe('buildRequest', () => {
  it('REQUEST-13: the whole request of a small document, as the golden file has it', async () => {
    const { request, blocks } = build();
    const { tools: _, system: __, messages, ...parameters } = request;
    const shown = blocks.map(({ id, path, title, layer, text, breakpoint }) =>
      [`=== ${path} · ${title} · ${id} · ${layer} · ${breakpoint?.ttl ?? 'no mark'}`, text].join('\n'),
    );
    const roles = messages.map(({ role, content }) => `${role} ${content.length}`).join(', ');
    const golden = [JSON.stringify(parameters), `messages: ${roles}`, ...shown].join('\n');
    await expect(`${golden}\n`).toMatchFileSnapshot('fixtures/small-request.golden.txt');
  });

  it('REQUEST-1: tools, system and messages in that order, and nothing that is empty', () => {
    expect(Object.keys(build().request)).toEqual(['model', 'max_tokens', 'tools', 'system', 'messages']);
    const bare = build({
      tools: [],
      sections: [],
      prompts: { ...SAMPLE_INPUT.prompts, override: { enabled: true, text: 'Be brief.' } },
      ...flags({ CLAUDE_CODE_ATTRIBUTION_HEADER_0: true, CLAUDE_CODE_REMOTE: true }),
    }).request;
    expect(Object.keys(bare)).toEqual(['model', 'max_tokens', 'system', 'messages']);
    expect(bare.system).toHaveLength(1);
  });

  it('REQUEST-1: an edit of a section leaves tools and messages the same objects; of a tool, a turn or a mark, not', () => {
    const sent = (input: Partial<PromptInput>, cache = CACHE) => {
      const whole = { ...SAMPLE_INPUT, ...input };
      const settings = { model: SAMPLE_MODEL.id, maxTokens: 1024, cache };
      const { tools, messages } = buildRequest(assemblePrompt(whole, SAMPLE_MODEL, 1), whole, settings).request;
      return { tools, messages };
    };
    const { sections, tools, conversation } = SAMPLE_INPUT;
    const before = sent({});
    const edited = sent({ sections: sections.map((section) => ({ ...section, text: `${section.text} More.` })) });
    expect(edited.tools).toBe(before.tools);
    expect(edited.messages).toBe(before.messages);
    const announced = flags({ mcp_instructions_delta: true });
    const announcing = sent(announced);
    expect(sent({ ...announced, sections: sections.slice(1) }).messages).toBe(announcing.messages);
    const others = {
      tool: sent({ tools: tools.slice(1) }),
      turn: sent({ conversation: conversation.slice(1) }),
      mark: sent({}, { ...CACHE, marks: { draft: 'none', [`tool:${tools[0]?.id}`]: '1h' } }),
      draft: sent({ draft: 'And now?' }),
    };
    expect(others.tool.tools).toEqual(before.tools?.slice(1));
    expect(others.turn.messages).not.toEqual(before.messages);
    expect(others.mark.tools).not.toEqual(before.tools);
    expect(others.mark.messages).not.toEqual(before.messages);
    expect(others.draft.messages).not.toEqual(before.messages);
    expect(sent({})).toEqual(before);
  });

  it('REQUEST-2: messages are the user context, the turns, and what is typed', () => {
    const said = (input: Partial<PromptInput>) =>
      build(input).blocks.flatMap(({ level, id }) => (level === 'messages' ? [id] : []));
    expect(said({})).toEqual(['user-context', 'turn:turn-1', 'turn:turn-2', 'draft']);
    expect(said(flags({ mcp_instructions_delta: true }))).toEqual([
      'user-context',
      'turn:turn-1',
      'turn:turn-2',
      'mcp-announcement',
      'draft',
    ]);
    expect(said({ draft: '' })).toEqual(['user-context', 'turn:turn-1', 'turn:turn-2']);
    const nothing = {
      memoryFiles: [],
      environment: { ...SAMPLE_INPUT.environment, today: '' },
      conversation: [],
      draft: '',
    };
    expect(build(nothing).request.messages).toEqual([]);
  });

  it('REQUEST-3: the rules mark the blocks with a scope and the last user block', () => {
    expect(marks(build())).toEqual({ 'system:static': {}, 'system:dynamic': {}, draft: {} });
    expect(marks(build({}, { markDynamic: false }))).toEqual({ 'system:static': {}, draft: {} });
    expect(marks(build({}, { markLastUserBlock: false }))).toEqual({ 'system:static': {}, 'system:dynamic': {} });
    const announced = marks(build(flags({ mcp_instructions_delta: true })));
    expect(announced).toEqual({ 'system:static': {}, 'system:dynamic': {}, draft: {} });
    expect(marks(build({ draft: '' }))).toMatchObject({ 'turn:turn-1': {} });
    expect(marks(build({ draft: '', conversation: [] }))).toMatchObject({ 'user-context': {} });
    expect(marks(build(flags({ global_cache_scope: false })))).toEqual({
      'system:identity': {},
      'system:rest': {},
      draft: {},
    });
  });

  it('REQUEST-3: with caching off no block has a mark, not even by hand', () => {
    expect(marks(build({}, { enabled: false, marks: { draft: '1h' } }))).toEqual({});
  });

  it('REQUEST-4: a mark set by hand wins over the rules', () => {
    const built = build(
      {},
      { marks: { 'system:dynamic': 'none', 'tool:read': '1h', 'system:static': '1h', 'turn:turn-2': '5m' } },
    );
    expect(marks(built)).toEqual({
      'tool:read': { ttl: '1h' },
      'system:static': { ttl: '1h' },
      'turn:turn-2': {},
      draft: {},
    });
    expect(built.blocks.flatMap(({ id, breakpoint }) => (breakpoint ? [[id, breakpoint.by]] : []))).toEqual([
      ['tool:read', 'hand'],
      ['system:static', 'hand'],
      ['turn:turn-2', 'hand'],
      ['draft', 'rule'],
    ]);
    expect(marks(build({}, { marks: { 'no such block': '1h' } }))).toEqual(marks(build()));
  });

  it('REQUEST-20: automatic caching is sent on the request, and shown on the block it marks', () => {
    const built = build({}, { automatic: true, markLastUserBlock: false });
    expect(built.request.cache_control).toEqual({ type: 'ephemeral' });
    expect(built.blocks.at(-1)?.breakpoint).toEqual({ ttl: '5m', by: 'automatic' });
    expect(built.request.messages).toEqual(build({}, { markLastUserBlock: false }).request.messages);
    expect(build(flags({ one_hour_ttl: true }), { automatic: true }).request.cache_control).toMatchObject({
      ttl: '1h',
    });
    expect(build({}, { automatic: true }).blocks.at(-1)?.breakpoint?.by).toBe('rule');
    for (const off of [{ automatic: false }, { automatic: true, enabled: false }])
      expect('cache_control' in build({}, off).request).toBe(false);
  });

  it('REQUEST-5: 1h is written on every mark the rules place; 5m goes unsaid', () => {
    const hour = { ttl: '1h' };
    expect(marks(build(flags({ one_hour_ttl: true })))).toEqual({
      'system:static': hour,
      'system:dynamic': hour,
      draft: hour,
    });
    expect(marks(build(flags({ one_hour_ttl: true }), { marks: { draft: '5m' } }))).toMatchObject({ draft: {} });
  });

  it('REQUEST-5: the scope goes out on the static block alone, and only when asked for', () => {
    expect(marks(build({}, { sendScope: true }))).toEqual({
      'system:static': { scope: 'global' },
      'system:dynamic': {},
      draft: {},
    });
    expect(marks(build(flags({ global_cache_scope: false }), { sendScope: true }))).toEqual({
      'system:identity': {},
      'system:rest': {},
      draft: {},
    });
  });

  it('REQUEST-6: a deferred tool never carries a mark', () => {
    const on = flags({ tool_search: true });
    expect(marks(build(on, { marks: { 'tool:agent': '5m', 'tool:read': '5m' } }))).toEqual({
      'tool:read': {},
      'system:static': {},
      'system:dynamic': {},
      draft: {},
    });
  });

  it('REQUEST-16: with MCP tools in the prefix the global scope is skipped, and that is said', () => {
    const tools = SAMPLE_INPUT.tools.map((tool) => ({ ...tool, enabled: true }));
    const built = build({ tools }, { sendScope: true });
    expect(built.globalScopeSkipped).toBe(true);
    expect(marks(built)).toEqual({ 'system:identity': {}, 'system:rest': {}, draft: {} });
    expect(build({ tools, ...flags({ tool_search: true }) }).globalScopeSkipped).toBe(false);
    expect(build({ tools, ...flags({ global_cache_scope: false }) }).globalScopeSkipped).toBe(false);
  });

  it('REQUEST-7: the rules by themselves never break the provider’s limits', () => {
    for (const global_cache_scope of [true, false]) {
      for (const one_hour_ttl of [true, false])
        expect(
          breakpointViolations(flattenRequest(build(flags({ global_cache_scope, one_hour_ttl })).request)),
        ).toEqual([]);
    }
    expect(
      breakpointViolations(
        flattenRequest(build({ draft: '', conversation: [{ id: 'a', role: 'user', text: '' }] }).request),
      ),
    ).toMatchObject([{ code: 'empty-text', path: 'messages.1.content.0' }]);
  });
});
