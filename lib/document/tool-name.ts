import { TOOL_NAME } from '@/lib/request/tool-faults.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { Document } from './document.ts';

const SERVER_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** A typed name for a tool of a server, or for a built-in one; a sentence for the field when it cannot be sent. */
export function readToolName(
  typed: string,
  { tools }: Pick<Document, 'tools'>,
  server: string | undefined,
  ownId?: string,
): Result<string, string> {
  const name = typed.trim();
  if (name === '') return failed('A tool needs a name.');
  if (!TOOL_NAME.test(server === undefined ? name : `mcp__${server}__${name}`))
    return failed('Letters, digits, _ and - only, and at most 128 of them on the wire.');
  const isTaken = tools.some((tool) => tool.server === server && tool.name === name && tool.id !== ownId);
  return isTaken ? failed(`There is a tool ${name} already.`) : success(name);
}

/** A typed name for a new MCP server. */
export function readServerName(typed: string, { mcpServers }: Pick<Document, 'mcpServers'>): Result<string, string> {
  const name = typed.trim();
  if (name === '') return failed('A server needs a name.');
  if (!SERVER_NAME.test(name))
    return failed('Letters, digits, _ and - only, 64 at most: the name enters the names of its tools.');
  const isTaken = mcpServers.some((server) => server.name === name || server.id === name.toLowerCase());
  return isTaken ? failed(`There is a server ${name} already.`) : success(name);
}
