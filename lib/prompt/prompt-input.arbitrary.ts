import fc from 'fast-check';
import { FLAGS, type FlagValues } from './flag.ts';
import type { PromptInput, Turn } from './prompt-input.ts';
import type { Section } from './section.ts';
import type { McpServer, Tool } from './tool.ts';
import type { ResultBlock, TurnBlock } from './turn-block.ts';

/** Any text at all: every plane of Unicode, line ends of all kinds, unassigned code points and halves of surrogate pairs. */
export const anyText = (maxLength = 40) =>
  fc.string({
    maxLength,
    unit: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('a', 'B', ' ', '\n', '\r\n', '"', '\\', '{', '}', '#', '<', '&', '.') },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.constantFrom('\ud83d', '\ude00', '\u0000', '\u2028', '\ufeff', '__proto__') },
    ),
  });

const name = anyText(20).filter((text) => text.length > 0 && text.length <= 500);
const directory = fc.oneof(fc.constant('/home/dev/app'), fc.constant(''), anyText(20));

/** Templates that are valid for the most part, and now and then name what does not exist or are never closed. */
const templateText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: anyText(12) },
      {
        weight: 4,
        arbitrary: fc.constantFrom('{{env.platform}}', '{{language}}', '\n\n', '\\{{language}}', '{{ env.today }}'),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '{{#language}}\nSpeak {{language}}.\n{{/language}}\n',
          '{{^language}}plain{{/language}}',
          '{{#mcp.servers}}\n- {{name}}: {{instructions}}\n{{/mcp.servers}}',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('{{nothing}}', '{{#language}}', '{{/language}}') },
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

const section: fc.Arbitrary<Section> = fc.record(
  {
    id: name,
    title: name,
    text: templateText,
    kind: fc.constantFrom('memoised', 'volatile'),
    reason: anyText(10),
    enabled: fc.boolean(),
    gates: fc.array(fc.constantFrom('language', '!language', 'flags.TOKEN_BUDGET', 'mcp.servers', 'nowhere'), {
      maxLength: 2,
    }),
    reminder: fc.boolean(),
  },
  { requiredKeys: ['id', 'title', 'text', 'kind', 'enabled', 'gates'] },
);

const tool: fc.Arbitrary<Tool> = fc.record(
  {
    id: name,
    name,
    description: anyText(),
    inputSchema: fc.oneof(
      fc.constant('{"type":"object","properties":{"b":{},"a":{"type":"string"}},"required":["b"]}'),
      anyText(10),
    ),
    enabled: fc.boolean(),
    server: fc.constantFrom('docs', 'issues'),
    deferrable: fc.boolean(),
    strict: fc.boolean(),
    swarmFields: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
    permission: fc.constantFrom('allowed' as const, 'asked' as const, 'denied' as const),
  },
  { requiredKeys: ['id', 'name', 'description', 'inputSchema', 'enabled'] },
);

const mcpServer: fc.Arbitrary<McpServer> = fc.record({
  id: fc.constantFrom('docs', 'issues', 'mail'),
  name,
  connected: fc.boolean(),
  instructions: anyText(),
});

const promptText = fc.record({ enabled: fc.boolean(), text: anyText(20) });

const environment = fc.record({
  workingDirectory: directory,
  home: directory,
  additionalDirectories: fc.array(directory, { maxLength: 2 }),
  isGitRepository: fc.boolean(),
  platform: anyText(5),
  shell: anyText(5),
  osVersion: anyText(5),
  knowledgeCutoff: anyText(5),
  today: fc.constantFrom('2026-11-21', '', '2026-12-01'),
  language: fc.constantFrom('', 'Dutch', 'العربية'),
  outputStyle: fc.record({ name: anyText(5), prompt: anyText(10), keepCodingInstructions: fc.boolean() }),
  scratchpadDirectory: directory,
  memoryDirectory: directory,
  teamMemoryDirectory: directory,
  autoMemory: fc.boolean(),
  modelOverride: anyText(10),
  tokenBudget: anyText(5),
});

export const anyFlags = fc.record(
  Object.fromEntries(FLAGS.map(({ id }) => [id, fc.boolean()])) as Record<keyof FlagValues, fc.Arbitrary<boolean>>,
) as fc.Arbitrary<FlagValues>;

const resultBlock: fc.Arbitrary<ResultBlock> = fc.oneof(
  fc.record({ id: name, type: fc.constant('text' as const), text: anyText() }),
  fc.record({
    id: name,
    type: fc.constant('image' as const),
    width: fc.integer({ min: 1, max: 99 }),
    height: fc.nat(99).map((edge) => edge + 1),
  }),
  fc.record({
    id: name,
    type: fc.constant('other' as const),
    json: fc.oneof(fc.constant('{"type":"search_result"}'), anyText(9)),
  }),
);

const turnBlock: fc.Arbitrary<TurnBlock> = fc.oneof(
  resultBlock,
  fc.record({ id: name, type: fc.constant('thinking' as const), text: anyText(), signature: anyText(9) }),
  fc.record({ id: name, type: fc.constant('redacted' as const), data: anyText(9) }),
  fc.record({
    id: name,
    type: fc.constant('tool-use' as const),
    call: anyText(5),
    name: anyText(5),
    input: fc.oneof(fc.constant('{"path":"a"}'), anyText(9)),
  }),
  fc.record({
    id: name,
    type: fc.constant('tool-result' as const),
    call: anyText(5),
    isError: fc.boolean(),
    content: fc.uniqueArray(resultBlock, { maxLength: 2, selector: ({ id }) => id }),
  }),
  fc.record({
    id: name,
    type: fc.constant('context' as const),
    parts: fc.array(
      fc.oneof(
        fc.record({ type: fc.constant('text' as const), text: anyText() }),
        fc.record({
          type: fc.constant('file' as const),
          path: fc.constantFrom('/home/dev/app/CLAUDE.md', '/gone.md'),
          heading: anyText(9),
        }),
      ),
      { maxLength: 3 },
    ),
  }),
);

const turn: fc.Arbitrary<Turn> = fc
  .record({
    id: name,
    role: fc.constantFrom('user' as const, 'assistant' as const, 'system' as const),
    text: anyText(),
    blocks: fc.option(fc.uniqueArray(turnBlock, { maxLength: 3, selector: ({ id }) => id }), {
      nil: undefined,
      freq: 2,
    }),
  })
  .map(({ blocks, ...frame }) => (blocks ? { ...frame, text: '', blocks } : frame));

const unique = <T extends { readonly id: string }>(item: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(item, { maxLength, selector: ({ id }) => id });

/** Any input of a prompt that the document's schema lets through, faulty templates and schemas among them. */
export const anyPromptInput: fc.Arbitrary<PromptInput> = fc
  .record({
    sections: unique(section, 7),
    boundary: fc.nat(7),
    flags: anyFlags,
    environment,
    prompts: fc.record({
      override: fc.oneof({ weight: 5, arbitrary: fc.constant({ enabled: false, text: '' }) }, promptText),
      coordinator: promptText,
      agent: promptText,
      custom: promptText,
      append: promptText,
    }),
    tools: unique(tool, 4),
    mcpServers: unique(mcpServer, 3),
    memoryFiles: fc.uniqueArray(
      fc.record({
        path: fc.oneof(
          fc.constantFrom('/home/dev/app/CLAUDE.md', '/home/dev/app/CLAUDE.local.md', '/etc/claude-code/CLAUDE.md'),
          anyText(10).map((text) => `/${text}`),
        ),
        text: anyText(),
      }),
      { maxLength: 3, selector: ({ path }) => path },
    ),
    memorySources: fc.record({
      userSettings: fc.boolean(),
      projectSettings: fc.boolean(),
      localSettings: fc.boolean(),
      approvedExternalIncludes: fc.array(directory, { maxLength: 2 }),
      filesInPlay: fc.array(directory, { maxLength: 2 }),
    }),
    gitStatus: fc.record({
      branch: anyText(5),
      mainBranch: anyText(5),
      user: anyText(5),
      status: anyText(),
      log: anyText(),
    }),
    client: fc.record({ version: name, entrypoint: fc.constantFrom('cli', 'sdk', 'unknown') }),
    conversation: unique(turn, 4),
    layout: fc.option(fc.constant('current' as const), { nil: undefined, freq: 1 }),
    draft: anyText(),
  })
  .map(({ layout, ...input }) => ({
    ...input,
    ...(layout && { layout }),
    boundary: Math.min(input.boundary, input.sections.length),
  }));
