import { inputSchema, z } from '@/lib/document/presets/coding-agent/input-schema.ts';
import { TOOLS as CLASSIC, MCP_TOOLS } from '@/lib/document/presets/coding-agent/tools.ts';
import type { Tool } from '@/lib/prompt/tool.ts';

/** Fetches the schemas of tools that are listed by name only. */
const TOOL_SEARCH: Tool = {
  id: 'tool-search',
  name: 'ToolSearch',
  enabled: true,
  description: `Fetches the schemas of tools that are so far known by name only, so that they can be called.

- \`select:Name,Other\` fetches exactly these. Take the names from the list in the conversation.
- Anything else is searched for in names and descriptions; the best matches come back, up to \`max_results\`.
- A fetched tool stays for the rest of the session. Fetch what a task needs in one call.
- A name that is not found does not exist here. Say so instead of calling it.`,
  inputSchema: inputSchema(
    z.strictObject({
      query: z.string().describe('select: and names with commas between them, or words to search for'),
      max_results: z.int().min(1).max(20).default(5).describe('How many matches to return'),
    }),
  ),
};

/** Stands for all that is deferred: a request with `defer_loading` anywhere is one of that kind. */
const PLACEHOLDER: Tool = {
  id: 'deferred-placeholder',
  name: 'DeferredTools',
  enabled: true,
  deferrable: true,
  description: 'Stands for the tools that have not been fetched. It is never called.',
  inputSchema: inputSchema(z.strictObject({})),
};

const LOADED: ReadonlySet<string> = new Set([
  'Read',
  'Edit',
  'Write',
  'Glob',
  'Grep',
  'Bash',
  'Agent',
  'TodoWrite',
  'Skill',
  'AskUser',
]);

const loaded = ({ deferrable: _, ...tool }: Tool): Tool => tool;

/** Twelve on the wire; the others are in the document, off until they are fetched. */
export const TOOLS: readonly Tool[] = [
  ...CLASSIC.filter(({ name }) => LOADED.has(name)).map(loaded),
  TOOL_SEARCH,
  PLACEHOLDER,
  ...CLASSIC.filter(({ name }) => !LOADED.has(name)).map((tool) => ({ ...tool, enabled: false })),
  ...MCP_TOOLS,
];
