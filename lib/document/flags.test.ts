import { describe, expect, it } from 'vitest';
import { assemblePrompt } from '@/lib/prompt/assemble-prompt.ts';
import { sourceKey } from '@/lib/prompt/block.ts';
import { FLAGS, type FlagId, type FlagLanding } from '@/lib/prompt/flag.ts';
import { type BuiltRequest, buildRequest } from '@/lib/request/build-request.ts';
import type { Document } from './document.ts';
import { PRESETS } from './presets.ts';

const BASE: Document = {
  ...PRESETS[0].document,
  environment: {
    ...PRESETS[0].document.environment,
    additionalDirectories: ['/home/dev/charts'],
    modelOverride: 'Be terse.',
  },
  memoryFiles: [
    ...PRESETS[0].document.memoryFiles,
    { path: '/home/dev/charts/CLAUDE.md', text: 'Charts are SVG.' },
    { path: '/home/dev/.claude/projects/tidewater/memory/team/MEMORY.md', text: 'Releases go out on Tuesdays.' },
  ],
};

function request(flags: Partial<Document['flags']>, requestNumber = 1, document = BASE): BuiltRequest {
  const input = { ...document, flags: { ...document.flags, ...flags } };
  const model = { id: input.model, name: 'Sonnet 5.5', structuredOutputs: true };
  const assembled = assemblePrompt(input, model, requestNumber);
  expect(assembled.failures).toEqual([]);
  return buildRequest(assembled, input, { ...input, maxTokens: 1 });
}

/** A request with a flag the other way round than it is by default, beside one as it is. */
const flip = (id: FlagId) => ({ off: request({ [id]: false }), on: request({ [id]: true }) });

const sources = ({ blocks }: BuiltRequest) =>
  new Set(blocks.flatMap(({ spans }) => spans.map(({ source }) => sourceKey(source))));
const textOf = ({ blocks }: BuiltRequest, source: string) =>
  blocks
    .flatMap(({ text, spans }) =>
      spans.filter((span) => sourceKey(span.source) === source).map(({ start, end }) => text.slice(start, end)),
    )
    .join('');
const block = ({ blocks }: BuiltRequest, id: string) => blocks.find((each) => each.id === id);
const system = ({ blocks }: BuiltRequest) => blocks.filter(({ level }) => level === 'system');
const gains = (id: FlagId) => {
  const { off, on } = flip(id);
  return [...sources(on)].filter((source) => !sources(off).has(source));
};
const loses = (id: FlagId) => {
  const { off, on } = flip(id);
  return [...sources(off)].filter((source) => !sources(on).has(source));
};
const toolsOf = ({ request: { tools = [] } }: BuiltRequest) =>
  tools as readonly { name: string; strict?: true; defer_loading?: true; input_schema: object }[];

/** What each flag does, as its own words in the list of flags say. */
const EFFECTS: Record<FlagId, () => void> = {
  PROACTIVE: () => {
    expect(gains('PROACTIVE')).toEqual([
      'section:autonomous_identity',
      'section:system_reminders',
      'section:autonomous_work',
    ]);
    expect(loses('PROACTIVE')).toEqual(
      expect.arrayContaining(['section:intro', 'section:doing_tasks', 'section:tone_style']),
    );
    const { off, on } = flip('PROACTIVE');
    for (const kept of [
      'section:memory',
      'section:env_info_simple',
      'section:scratchpad',
      'section:summarize_tool_results',
    ])
      expect(sources(on)).toContain(kept);
    const length = (each: BuiltRequest) => system(each).reduce((sum, { text }) => sum + text.length, 0);
    expect(length(on)).toBeLessThan(length(off) / 1.5);
  },
  KAIROS: () => {
    const { off, on } = flip('KAIROS');
    expect(textOf(on, 'section:memory')).not.toBe(textOf(off, 'section:memory'));
    expect(textOf(on, 'section:memory')).toMatch(/\blog\b/i);
    const without = { ...BASE, environment: { ...BASE.environment, autoMemory: false } };
    expect(request({ KAIROS: true }, 1, without)).toEqual(request({ KAIROS: false }, 1, without));
  },
  TEAMMEM: () => {
    const { off, on } = flip('TEAMMEM');
    const { teamMemoryDirectory } = BASE.environment;
    expect(textOf(on, 'section:memory')).toContain(teamMemoryDirectory);
    expect(textOf(off, 'section:memory')).not.toContain(teamMemoryDirectory);
    expect(gains('TEAMMEM')).toEqual([`memory-file:${teamMemoryDirectory}/MEMORY.md`]);
  },
  BREAK_CACHE_COMMAND: () => {
    expect(gains('BREAK_CACHE_COMMAND')).toEqual(['cache-breaker']);
    expect(textOf(flip('BREAK_CACHE_COMMAND').on, 'cache-breaker')).toMatch(/^cacheBreaker: \[CACHE_BREAKER: .+\]$/);
  },
  CACHED_MICROCOMPACT: () => expect(gains('CACHED_MICROCOMPACT')).toEqual(['section:frc']),
  TOKEN_BUDGET: () => expect(gains('TOKEN_BUDGET')).toEqual(['section:token_budget']),
  NATIVE_CLIENT_ATTESTATION: () => {
    const header = (number: number) => textOf(request({ NATIVE_CLIENT_ATTESTATION: true }, number), 'header');
    expect(textOf(flip('NATIVE_CLIENT_ATTESTATION').off, 'header')).not.toContain('cch=');
    expect(header(1)).toMatch(/ cch=[0-9a-f]{5};$/);
    expect(header(2)).not.toBe(header(1));
  },
  BRIDGE_MODE: () => expect(gains('BRIDGE_MODE')).toEqual(['section:bridge']),
  VOICE_MODE: () => expect(gains('VOICE_MODE')).toEqual(['section:voice']),
  COORDINATOR_MODE: () => {
    expect(gains('COORDINATOR_MODE')).toEqual([]);
    expect(sources(request({ COORDINATOR_MODE: true, tengu_coordinator: true }))).toContain('prompt:coordinator');
  },
  tengu_coordinator: () => {
    expect(gains('tengu_coordinator')).toEqual([]);
    const on = request({ COORDINATOR_MODE: true, tengu_coordinator: true });
    expect([...sources(on)].filter((source) => source.startsWith('section:'))).toEqual([]);
  },
  chicago_beta: () => expect(gains('chicago_beta')).toEqual(['section:computer_use']),
  mcp_instructions_delta: () => {
    expect(gains('mcp_instructions_delta')).toEqual(['mcp-announcement']);
    expect(loses('mcp_instructions_delta')).toEqual(['section:mcp_instructions']);
    expect(flip('mcp_instructions_delta').on.request.messages.at(-1)?.content).toHaveLength(2);
  },
  global_cache_scope: () => {
    const { off, on } = flip('global_cache_scope');
    expect(system(on).map(({ id }) => id)).toEqual([
      'system:header',
      'system:identity',
      'system:static',
      'system:dynamic',
    ]);
    expect(system(off).map(({ id }) => id)).toEqual(['system:header', 'system:identity', 'system:rest']);
    const words = (each: BuiltRequest) =>
      system(each)
        .map(({ text }) => text)
        .join('\n\n');
    expect(words(on)).toBe(words(off));
  },
  agent_swarms: () => {
    const fields = (each: BuiltRequest) =>
      JSON.stringify(toolsOf(each).find(({ name }) => name === 'Agent')?.input_schema);
    const { off, on } = flip('agent_swarms');
    expect(fields(on)).toContain('"team"');
    expect(fields(off)).not.toContain('"team"');
  },
  strict_tools: () => {
    const { off, on } = flip('strict_tools');
    const asking = BASE.tools.filter(({ strict, enabled }) => strict && enabled).map(({ name }) => name);
    expect(asking.length).toBeGreaterThan(0);
    expect(
      toolsOf(on)
        .filter(({ strict }) => strict)
        .map(({ name }) => name),
    ).toEqual(asking);
    expect(toolsOf(off).filter(({ strict }) => strict)).toEqual([]);
  },
  tool_search: () => {
    const { off, on } = flip('tool_search');
    const deferrable = BASE.tools.filter((tool) => tool.deferrable && tool.enabled).map(({ name }) => name);
    expect(deferrable.length).toBeGreaterThan(0);
    expect(
      toolsOf(on)
        .filter((tool) => tool.defer_loading)
        .map(({ name }) => name),
    ).toEqual(deferrable);
    expect(toolsOf(off).filter((tool) => tool.defer_loading)).toEqual([]);
  },
  one_hour_ttl: () => {
    const ttls = ({ blocks }: BuiltRequest) => new Set(blocks.flatMap(({ breakpoint }) => breakpoint?.ttl ?? []));
    const { off, on } = flip('one_hour_ttl');
    expect([...ttls(off)]).toEqual(['5m']);
    expect([...ttls(on)]).toEqual(['1h']);
  },
  CLAUDE_CODE_SIMPLE: () => {
    const on = request({ CLAUDE_CODE_SIMPLE: true, CLAUDE_CODE_REMOTE: true, CLAUDE_CODE_ATTRIBUTION_HEADER_0: true });
    expect(system(on)).toHaveLength(1);
    expect(system(on)[0]?.text).toMatch(/^You are Tern, .+\n\nCWD: \/home\/dev\/tidewater\nDate: 2026-11-21$/);
  },
  CLAUDE_CODE_DISABLE_CLAUDE_MDS: () => {
    const lost = loses('CLAUDE_CODE_DISABLE_CLAUDE_MDS');
    expect(lost.length).toBeGreaterThan(3);
    expect(lost.every((source) => source.startsWith('memory-file:'))).toBe(true);
    const left = block(flip('CLAUDE_CODE_DISABLE_CLAUDE_MDS').on, 'user-context')?.text;
    expect(left).toContain('# currentDate');
    expect(left).not.toContain('# claudeMd');
  },
  bare_mode: () => {
    const files = ({ blocks }: BuiltRequest) =>
      [...sources({ blocks } as BuiltRequest)].filter((source) => source.startsWith('memory-file:'));
    expect(files(flip('bare_mode').on)).toEqual(['memory-file:/home/dev/charts/CLAUDE.md']);
    expect(files(flip('bare_mode').off)).toContain('memory-file:/home/dev/tidewater/CLAUDE.md');
  },
  CLAUDE_CODE_REMOTE: () => expect(loses('CLAUDE_CODE_REMOTE')).toEqual(['git-status']),
  include_git_instructions: () => expect(gains('include_git_instructions')).toEqual(['git-status']),
  CLAUDE_CODE_ATTRIBUTION_HEADER_0: () => {
    expect(loses('CLAUDE_CODE_ATTRIBUTION_HEADER_0')).toEqual(['header']);
    expect(system(flip('CLAUDE_CODE_ATTRIBUTION_HEADER_0').on)[0]?.id).toBe('system:identity');
  },
  USER_TYPE_ant: () => {
    const { off, on } = flip('USER_TYPE_ant');
    expect(textOf(on, 'section:doing_tasks').length).toBeGreaterThan(textOf(off, 'section:doing_tasks').length + 100);
    expect(gains('USER_TYPE_ant')).toEqual(['section:ant_model_override']);
    const without = { ...BASE, environment: { ...BASE.environment, modelOverride: '' } };
    expect(sources(request({ USER_TYPE_ant: true }, 1, without))).not.toContain('section:ant_model_override');
  },
};

/** The blocks that a flip may change first, by where its flag says that it lands. */
const LANDINGS: Record<FlagLanding, RegExp> = {
  tools: /^tool:/,
  static: /^system:static$/,
  dynamic: /^system:dynamic$/,
  'system-context': /^system:dynamic$/,
  'user-context': /^user-context$/,
  header: /^system:header$/,
  marks: /^system:static$/,
  'whole-prompt': /^system:(identity|static|rest)$/,
};

describe('flags', () => {
  it.each(FLAGS.map(({ id, name }) => [name, id] as const))('PROMPT-27: %s has the effect it says', (_, id) => {
    EFFECTS[id]();
  });

  it.each(FLAGS.map((flag) => [flag.name, flag] as const))(
    'PROMPT-27: %s lands where it says',
    (_, { id, landing }) => {
      const pair =
        id === 'COORDINATOR_MODE' ? 'tengu_coordinator' : id === 'tengu_coordinator' ? 'COORDINATOR_MODE' : undefined;
      const also = pair ? { [pair]: true } : {};
      const seen = (on: boolean) =>
        request({ ...also, [id]: on }).blocks.map(({ id: blockId, text, breakpoint }) => ({
          blockId,
          text,
          ttl: breakpoint?.ttl,
        }));
      const [off, on] = [seen(false), seen(true)];
      const at = off.findIndex((each, index) => JSON.stringify(each) !== JSON.stringify(on[index]));
      expect(`${off[at]?.blockId}`).toMatch(LANDINGS[landing]);
      if (landing === 'marks') expect(on.map(({ text }) => text)).toEqual(off.map(({ text }) => text));
    },
  );
});
