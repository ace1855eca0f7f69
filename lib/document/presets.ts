import { CONVERSATION, DRAFT } from '@/lib/document/presets/coding-agent/conversation.ts';
import { ENVIRONMENT, GIT_STATUS } from '@/lib/document/presets/coding-agent/environment.ts';
import { MCP_SERVERS } from '@/lib/document/presets/coding-agent/mcp-servers.ts';
import { MEMORY_FILES } from '@/lib/document/presets/coding-agent/memory-files.ts';
import { AGENT_PROMPT, COORDINATOR_PROMPT } from '@/lib/document/presets/coding-agent/prompts.ts';
import { BOUNDARY, SECTIONS } from '@/lib/document/presets/coding-agent/sections.ts';
import { MCP_TOOLS, TOOLS } from '@/lib/document/presets/coding-agent/tools.ts';
import { DEFAULT_FLAGS, type FlagId } from '@/lib/prompt/flag.ts';
import { DOCUMENT_VERSION, type Document } from './document.ts';
import type { PresetList } from './preset.ts';

const CODING_AGENT: Document = {
  version: DOCUMENT_VERSION,
  preset: { id: 'coding-agent', version: 1 },
  title: 'Coding agent',
  sections: SECTIONS,
  boundary: BOUNDARY,
  flags: DEFAULT_FLAGS,
  environment: ENVIRONMENT,
  prompts: {
    override: { enabled: false, text: '' },
    coordinator: { enabled: true, text: COORDINATOR_PROMPT },
    agent: { enabled: false, text: AGENT_PROMPT },
    custom: { enabled: false, text: '' },
    append: { enabled: false, text: '' },
  },
  tools: [...TOOLS, ...MCP_TOOLS],
  mcpServers: MCP_SERVERS,
  memoryFiles: MEMORY_FILES,
  memorySources: {
    userSettings: true,
    projectSettings: true,
    localSettings: true,
    approvedExternalIncludes: [],
    filesInPlay: [],
  },
  gitStatus: GIT_STATUS,
  client: { version: '2.1.329', entrypoint: 'cli' },
  conversation: CONVERSATION,
  draft: DRAFT,
  model: 'claude-sonnet-5-5',
  maxTokens: 1024,
  cache: { enabled: true, markDynamic: true, markLastUserBlock: true, sendScope: false, marks: {} },
  backend: 'emulator',
};

const withFlags = (id: string, title: string, on: readonly FlagId[]): Document => ({
  ...CODING_AGENT,
  preset: { id, version: 1 },
  title,
  flags: { ...DEFAULT_FLAGS, ...Object.fromEntries(on.map((flag) => [flag, true])) },
});

const EMPTY: Document = {
  ...CODING_AGENT,
  preset: { id: 'empty', version: 1 },
  title: 'Empty',
  sections: [
    { id: 'instructions', title: 'Instructions', text: '', kind: 'memoised', enabled: true, gates: [] },
    { id: 'session', title: 'Session', text: '', kind: 'memoised', enabled: true, gates: [] },
  ],
  boundary: 1,
  tools: [],
  mcpServers: [],
  memoryFiles: [],
  conversation: [],
  draft: 'Hello',
};

/** The presets of this Strata. */
export const PRESETS: PresetList = [
  {
    title: 'Coding agent',
    description: 'The classic layout: tools, static prompt, boundary, session parts, memory files, conversation.',
    document: CODING_AGENT,
  },
  {
    title: 'Autonomous',
    description: 'PROACTIVE: the short prompt of an agent that paces itself.',
    document: withFlags('autonomous', 'Autonomous', ['PROACTIVE']),
  },
  {
    title: 'Coordinator',
    description: 'The coordinator prompt in place of the default one.',
    document: withFlags('coordinator', 'Coordinator', ['COORDINATOR_MODE', 'tengu_coordinator']),
  },
  {
    title: 'Simple mode',
    description: 'One system block: identity, working directory, date.',
    document: withFlags('simple', 'Simple mode', ['CLAUDE_CODE_SIMPLE']),
  },
  { title: 'Empty', description: 'Two empty sections and a boundary between them.', document: EMPTY },
];
