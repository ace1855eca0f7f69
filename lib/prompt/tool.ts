/** A tool as a user edits it. `inputSchema` is JSON text, so that key order and unfinished typing both survive. */
export interface Tool {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly inputSchema: string;
  readonly enabled: boolean;
  /** The MCP server it comes from; its wire name is then `mcp__server__name`. */
  readonly server?: string;
  /** Loaded on demand: carries `defer_loading` and leaves the cached prefix when the tool-search flag is on. */
  readonly deferrable?: boolean;
  /** Asks for `strict: true` when the strict-tools flag is on and the model supports structured outputs. */
  readonly strict?: boolean;
  /** Property names filtered out of the schema while agent swarms are off. */
  readonly swarmFields?: readonly string[];
  /** The tool as it was imported, as JSON text with its editable fields left empty: their order, and fields unknown here. */
  readonly wire?: string;
  /** What the user has decided of its calls. The description says so, but for `denied`: such a tool is not sent. */
  readonly permission?: ToolPermission;
}

export type ToolPermission = 'allowed' | 'asked' | 'denied';

/** An MCP server whose instructions enter the prompt while it is connected. */
export interface McpServer {
  readonly id: string;
  readonly name: string;
  readonly connected: boolean;
  readonly instructions: string;
}

/** The built-in tools: templates may ask for each by name, also when a document has deleted it (then it is off). */
export const BUILT_IN_TOOLS = [
  'Read',
  'Edit',
  'Write',
  'Glob',
  'Grep',
  'Bash',
  'Agent',
  'TodoWrite',
  'WebFetch',
  'WebSearch',
  'NotebookEdit',
  'TaskOutput',
  'Sleep',
  'Skill',
  'AskUser',
] as const;
