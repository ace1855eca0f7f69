import { describe, expect, it } from 'vitest';
import { assemblePrompt } from './assemble-prompt.ts';
import type { PromptInput } from './prompt-input.ts';
import { SAMPLE_INPUT, SAMPLE_MODEL } from './sample-input.ts';
import { BOUNDARY_MARKER, HEADER_PREFIX, IDENTITIES } from './system-prompt.ts';

type Change = Partial<PromptInput>;

const assemble = (change: Change = {}, requestNumber = 1) =>
  assemblePrompt({ ...SAMPLE_INPUT, ...change }, SAMPLE_MODEL, requestNumber);

const system = (change: Change = {}) => assemble(change).system.map(({ text }) => text);
const flags = (...on: (keyof PromptInput['flags'])[]): Change => ({
  flags: { ...SAMPLE_INPUT.flags, ...Object.fromEntries(on.map((flag) => [flag, true])) },
});
const environment = (change: Partial<PromptInput['environment']>): Change => ({
  environment: { ...SAMPLE_INPUT.environment, ...change },
});

describe('the parts of the system prompt', () => {
  it('PROMPT-10: stand in order: header, identity, static, marker, dynamic, system context', () => {
    expect(system()).toEqual([
      expect.stringMatching(/^x-anthropic-billing-header: /),
      IDENTITIES.cli,
      'Help with the code in /home/dev/shop.',
      '# Rules\n- Money is whole cents.',
      BOUNDARY_MARKER,
      'Answer in Dutch.',
      '## Tickets\nKeys look like SHOP-12.',
      expect.stringMatching(/^gitStatus: /),
    ]);
  });

  it('PROMPT-10: the marker is only there with the global scope, and where the boundary is', () => {
    expect(system({ flags: { ...SAMPLE_INPUT.flags, global_cache_scope: false } })).not.toContain(BOUNDARY_MARKER);
    expect(system({ boundary: 0 }).indexOf(BOUNDARY_MARKER)).toBe(2);
    expect(system({ boundary: 4 }).indexOf(BOUNDARY_MARKER)).toBe(6);
    expect(system({ boundary: 4 }).filter((text) => text === BOUNDARY_MARKER)).toHaveLength(1);
  });

  it('PROMPT-8: leave out what is null, with no blank in its place', () => {
    const texts = system(environment({ language: '' }));
    expect(texts).toHaveLength(7);
    expect(assemble(environment({ language: '' })).sectionValues.get('language')).toEqual({
      type: 'null',
      cause: 'gated',
      gate: 'language',
    });
  });

  it('PROMPT-8: leave out a section with a fault, and report it', () => {
    const [first, ...rest] = SAMPLE_INPUT.sections;
    const { failures, system: parts } = assemble({ sections: [{ ...first, text: '{{nobody}}' } as never, ...rest] });
    expect(failures).toMatchObject([{ code: 'template-invalid', place: 'Intro, line 1, column 1' }]);
    expect(parts.map(({ text }) => text)).toContain('Answer in Dutch.');
  });

  it('PROMPT-11: have the layer of their region, but for what is volatile', () => {
    const layers = Object.fromEntries(
      assemble().system.flatMap(({ spans }) =>
        spans.map(({ source, layer }) => ['id' in source ? source.id : source.type, layer]),
      ),
    );
    expect(layers).toEqual({
      header: 'static',
      identity: 'static',
      intro: 'static',
      rules: 'static',
      language: 'session',
      servers: 'volatile',
      'git-status': 'session',
    });
  });
});

describe('the attribution header', () => {
  const header = (change: Change = {}, requestNumber = 1) => assemble(change, requestNumber).system[0]?.text;

  it('PROMPT-14: names version, fingerprint and entry point', () => {
    expect(header()).toMatch(/^x-anthropic-billing-header: cc_version=2\.1\.329\.[0-9a-f]{3}; cc_entrypoint=cli;$/);
    expect(header({ client: { version: '9', entrypoint: 'sdk' } })).toMatch(
      /cc_version=9\.[0-9a-f]{3}; cc_entrypoint=sdk;$/,
    );
  });

  it('PROMPT-14: its fingerprint follows the first user message and stays throughout the conversation', () => {
    const [first, second] = SAMPLE_INPUT.conversation;
    expect(header({ draft: 'Other words.' }, 7)).toBe(header());
    expect(header({ conversation: [{ ...first, text: 'Another question?' } as never, second as never] })).not.toBe(
      header(),
    );
    expect(header({ conversation: [], draft: SAMPLE_INPUT.conversation[0]?.text ?? '' })).toBe(header());
  });

  it('PROMPT-14: the attestation changes with every request', () => {
    const attested = flags('NATIVE_CLIENT_ATTESTATION');
    expect(header(attested)).toMatch(/ cch=[0-9a-f]{5};$/);
    expect(header(attested, 2)).not.toBe(header(attested, 1));
    expect(header(attested, 1)).toBe(header(attested, 1));
    expect(header({ ...attested, draft: 'Other words.' })).not.toBe(header(attested));
  });

  it('PROMPT-14: can be switched off', () => {
    expect(system(flags('CLAUDE_CODE_ATTRIBUTION_HEADER_0')).filter((text) => text.startsWith(HEADER_PREFIX))).toEqual(
      [],
    );
  });
});

describe('the identity line', () => {
  const identities = (change: Change) =>
    system(change)
      .join('\n\n')
      .split(/\n/)
      .filter((line) => (Object.values(IDENTITIES) as string[]).includes(line));

  it.each(['cli', 'sdk', 'unknown'] as const)('PROMPT-15: follows the entry point: %s', (entrypoint) => {
    expect(identities({ client: { version: '1', entrypoint } })).toEqual([IDENTITIES[entrypoint]]);
  });

  it('PROMPT-15: is there once, and not with an override', () => {
    const prompts = (id: 'override' | 'agent' | 'custom') => ({
      prompts: { ...SAMPLE_INPUT.prompts, [id]: { enabled: true, text: id } },
    });
    expect(identities(flags('CLAUDE_CODE_SIMPLE'))).toEqual([IDENTITIES.cli]);
    expect(identities({ ...flags('CLAUDE_CODE_SIMPLE', 'PROACTIVE'), ...prompts('agent') })).toEqual([IDENTITIES.cli]);
    expect(identities({ ...flags('CLAUDE_CODE_SIMPLE'), ...prompts('custom') })).toEqual([IDENTITIES.cli]);
    expect(identities(prompts('custom'))).toEqual([IDENTITIES.cli]);
    expect(identities(prompts('override'))).toEqual([]);
  });
});

describe('the system context', () => {
  const context = (change: Change = {}) => system(change).find((text) => /^(gitStatus|cacheBreaker): /.test(text));
  const git = (change: Partial<PromptInput['gitStatus']>): Change => ({
    gitStatus: { ...SAMPLE_INPUT.gitStatus, ...change },
  });

  it('PROMPT-21: is a snapshot of the repository', () => {
    expect(context()).toBe(
      [
        'gitStatus: The state of the repository when the session began. It is not updated as the session goes on.',
        'Current branch: rounding',
        'Main branch: main',
        'Git user: Mara Lind',
        'Status:\n M src/total.ts',
        'Recent commits:\n4be1f02 round once\n91c7d3a first invoice',
      ].join('\n\n'),
    );
  });

  it('PROMPT-21: says so when nothing changed, and shows five commits at most', () => {
    expect(context(git({ status: ' \n' }))).toContain('Status:\n(clean)\n');
    const log = Array.from({ length: 9 }, (_, index) => `c${index} message\n`).join('\n');
    expect(context(git({ log }))).toMatch(/c0 message\nc1 message\nc2 message\nc3 message\nc4 message$/);
  });

  it('PROMPT-21: cuts a status at 2,000 characters, never through one of them', () => {
    const status = (text: string) =>
      /Status:\n([\s\S]*?)\n\(cut at 2000/.exec(context(git({ status: text })) ?? '')?.[1];
    expect(status('x'.repeat(2000))).toBeUndefined();
    expect(status('x'.repeat(2001))).toBe('x'.repeat(2000));
    expect(status(`${'x'.repeat(1999)}😀y`)).toBe('x'.repeat(1999));
  });

  it('PROMPT-21: is one line behind another, and the last part', () => {
    expect(context(flags('BREAK_CACHE_COMMAND'))).toMatch(
      /^gitStatus: [\s\S]+[^\n]\ncacheBreaker: \[CACHE_BREAKER: 2026-11-21\]$/,
    );
    const alone = { ...flags('BREAK_CACHE_COMMAND', 'CLAUDE_CODE_REMOTE') };
    expect(system(alone).at(-1)).toBe('cacheBreaker: [CACHE_BREAKER: 2026-11-21]');
    expect(context(flags('CLAUDE_CODE_REMOTE'))).toBeUndefined();
    expect(context(environment({ isGitRepository: false }))).toBeUndefined();
  });
});

describe('the user context', () => {
  const words = (change: Change = {}) => assemble(change).userContext?.text;

  it('PROMPT-22: holds memory files and the date inside a reminder', () => {
    expect(words()).toMatch(/^<system-reminder>\n[\s\S]+\n<\/system-reminder>$/);
    expect(words()).toMatch(
      /# claudeMd\n[\s\S]+Contents of \/home\/dev\/shop\/CLAUDE\.md [\s\S]+\n\nRun `make test`\.\n\n# currentDate\n/,
    );
    expect(words()).toContain("Today's date is 2026-11-21.");
    expect(words()).not.toContain('for people');
  });

  it('PROMPT-22: is absent when it would be empty', () => {
    expect(words({ memoryFiles: [] })).not.toContain('# claudeMd');
    expect(words(environment({ today: '' }))).not.toContain('# currentDate');
    expect(words({ memoryFiles: [], ...environment({ today: '' }) })).toBeUndefined();
  });

  it('PROMPT-29: its spans tell the files from the frame around them', () => {
    const { spans = [], text = '' } = assemble().userContext ?? {};
    const ofFile = spans.filter(({ source }) => source.type === 'memory-file');
    expect(ofFile).toHaveLength(1);
    expect(text.slice(ofFile[0]?.start, ofFile[0]?.end)).toMatch(/^Contents of [\s\S]+Run `make test`\.$/);
    const [file] = SAMPLE_INPUT.memoryFiles;
    expect([ofFile[0]?.sourceStart, ofFile[0]?.sourceEnd]).toEqual([0, file?.text.length]);
  });
});

describe('MCP servers', () => {
  const delta = flags('mcp_instructions_delta');

  it('PROMPT-23: announce themselves in the messages, once their section is null', () => {
    expect(assemble().mcpAnnouncement).toBeUndefined();
    expect(assemble(delta).mcpAnnouncement?.text).toBe(
      '<system-reminder>\n# MCP server instructions\n\n## Tickets\nKeys look like SHOP-12.\n</system-reminder>',
    );
    expect(assemble(delta).sectionValues.get('servers')).toMatchObject({ type: 'null', cause: 'gated' });
  });

  it('PROMPT-23: say nothing while they are not connected or have nothing to say', () => {
    const [server] = SAMPLE_INPUT.mcpServers;
    for (const change of [{ connected: false }, { instructions: '' }, { instructions: ' \n' }]) {
      const mcpServers = [{ ...server, ...change } as never];
      expect(assemble({ ...delta, mcpServers }).mcpAnnouncement).toBeUndefined();
      expect(assemble({ mcpServers }).sectionValues.get('servers')).toMatchObject({ type: 'null' });
    }
  });
});

describe('tools', () => {
  const tools = (change: Change = {}, structuredOutputs = true) =>
    assemblePrompt({ ...SAMPLE_INPUT, ...change }, { ...SAMPLE_MODEL, structuredOutputs }, 1).tools.map(
      ({ wire }) => wire,
    );
  const withTool = (change: object): Change => ({
    tools: SAMPLE_INPUT.tools.map((tool) => (tool.id === 'agent' ? { ...tool, ...change } : tool)),
  });

  it('PROMPT-24: have a name, a description and their schema in its own order of keys', () => {
    expect(JSON.stringify(tools()[0])).toBe(
      '{"name":"Read","description":"Reads a file.","input_schema":{"type":"object","properties":{"path":{"type":"string"}},"required":["path"]}}',
    );
    expect(Object.keys(tools()[1]?.input_schema ?? {})).toEqual(['type', 'required', 'properties']);
  });

  it('PROMPT-24: of a server carry its name, and go with it', () => {
    const on = { tools: SAMPLE_INPUT.tools.map((tool) => ({ ...tool, enabled: true })) };
    expect(tools(on).map(({ name }) => name)).toEqual(['Read', 'Agent', 'mcp__tickets__find']);
    expect(tools({ ...on, mcpServers: [] }).map(({ name }) => name)).toEqual(['Read', 'Agent']);
    const offline = SAMPLE_INPUT.mcpServers.map((server) => ({ ...server, connected: false }));
    expect(tools({ ...on, mcpServers: offline })).toHaveLength(2);
    expect([assemble().hasMcpTools, assemble(on).hasMcpTools]).toEqual([false, true]);
    expect(assemble({ ...on, ...flags('tool_search') }).hasMcpTools).toBe(false);
  });

  it.each(['', '{', '[]', '"text"', 'null', '{"type":"string"}', '5'])(
    'PROMPT-24: a schema %j is reported, and its tool left out',
    (inputSchema) => {
      const { failures } = assemble(withTool({ inputSchema }));
      expect(failures).toMatchObject([{ code: 'schema-invalid', place: 'Tool Agent' }]);
      expect(tools(withTool({ inputSchema })).map(({ name }) => name)).toEqual(['Read']);
    },
  );

  it('PROMPT-25: have their swarm fields only while agent swarms are on', () => {
    const schema = (change: Change) => tools(change)[1]?.input_schema;
    expect(schema({})).toEqual({ type: 'object', required: ['task'], properties: { task: { type: 'string' } } });
    expect(schema(flags('agent_swarms'))).toMatchObject({ required: ['task', 'team'], properties: { team: {} } });
  });

  it.each([
    '{"type":"object","required":"team"}',
    '{"type":"object","properties":null}',
    '{"type":"object","properties":5,"required":{}}',
  ])('PROMPT-25: an odd schema %s is no fault of the program', (inputSchema) =>
    expect(tools(withTool({ inputSchema }))[1]?.input_schema).toEqual(JSON.parse(inputSchema)),
  );

  it('PROMPT-26: are strict where they ask for it, the flag is on and the model can', () => {
    expect(tools().map(({ strict }) => strict)).toEqual([undefined, undefined]);
    expect(tools(flags('strict_tools')).map(({ strict }) => strict)).toEqual([true, undefined]);
    expect(tools(flags('strict_tools'), false).map(({ strict }) => strict)).toEqual([undefined, undefined]);
  });

  it('PROMPT-26: are deferred where they may be and the flag is on', () => {
    expect(tools().some((tool) => 'defer_loading' in tool)).toBe(false);
    expect(tools(flags('tool_search')).map((tool) => tool.defer_loading)).toEqual([undefined, true]);
  });
});
