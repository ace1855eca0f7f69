import { freeName } from '@/lib/document/free-name.ts';
import { type Fields, valueWords } from '@/lib/json-value.ts';
import type { McpServer, Tool } from '@/lib/prompt/tool.ts';
import { blankFields, markOf } from './blank-fields.ts';

export interface ReadTools {
  readonly tools: readonly Tool[];
  readonly mcpServers: readonly McpServer[];
  /** Marks by the id of the request block. */
  readonly marks: Readonly<Record<string, '5m' | '1h'>>;
}

const MCP_NAME = /^mcp__(.+?)__(.+)$/;

/** The tools of a request, those of MCP servers with their servers; what a server said cannot be told from the prompt. */
export function readTools(given: readonly Fields[]): ReadTools {
  const tools: Tool[] = [];
  const marks: [string, '5m' | '1h'][] = [];
  const servers = new Set<string>();
  for (const value of given) {
    const tool = readTool(
      value,
      tools.map(({ id }) => id),
    );
    tools.push(tool);
    if (tool.server !== undefined) servers.add(tool.server);
    const ttl = markOf(value);
    if (ttl) marks.push([`tool:${tool.id}`, ttl]);
  }
  return {
    tools,
    mcpServers: Array.from(servers, (id) => ({ id, name: id, connected: true, instructions: '' })),
    marks: Object.fromEntries(marks),
  };
}

function readTool(value: Fields, taken: readonly string[]): Tool {
  const { name: given, description, input_schema: schema } = value;
  const wireName = typeof given === 'string' ? given : valueWords(value['type']);
  const [, server, own] = MCP_NAME.exec(wireName) ?? [];
  const wire = blankFields(value, { name: given, description: description ?? '', input_schema: schema });
  return {
    id: freeName(wireName, taken),
    name: own ?? wireName,
    description: typeof description === 'string' ? description : '',
    inputSchema: schema === undefined ? '' : JSON.stringify(schema, null, 2),
    enabled: true,
    ...(server !== undefined && { server }),
    ...(value['defer_loading'] === true && { deferrable: true }),
    ...(value['strict'] === true && { strict: true }),
    ...(wire !== undefined && { wire }),
  };
}
