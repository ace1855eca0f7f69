import type { Tool } from './tool.ts';

/** What a session knows a tool by: its name, and its schema as well where that is given by a server. */
export const toolKey = ({ name, server, inputSchema }: Tool): string =>
  server === undefined ? name : `mcp__${server}__${name}\n${inputSchema}`;
