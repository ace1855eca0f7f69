import { DOCUMENT_VERSION, type Document } from '@/lib/document/document.ts';
import { DEFAULT_FLAGS } from '@/lib/prompt/flag.ts';
import { CONVERSATION, DRAFT } from './conversation.ts';
import { ENVIRONMENT, GIT_STATUS } from './environment.ts';
import { MCP_SERVERS } from './mcp-servers.ts';
import { MEMORY_FILES } from './memory-files.ts';
import { AGENT_PROMPT, COORDINATOR_PROMPT } from './prompts.ts';
import { BOUNDARY, SECTIONS } from './sections.ts';
import { MCP_TOOLS, TOOLS } from './tools.ts';

/** The classic layout, which most other presets start from. */
export const CODING_AGENT: Document = {
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
