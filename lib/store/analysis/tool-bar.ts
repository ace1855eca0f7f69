import type { Document } from '@/lib/document/document.ts';
import type { McpServer, Tool } from '@/lib/prompt/tool.ts';
import { offerBar } from '@/lib/prompt/tool-offer.ts';

const BARS = {
  off: 'switched off',
  denied: 'denied by its permission',
  simple: 'simple mode keeps Bash, Read and Edit alone',
} as const;

/** What keeps a tool out of the request, for a person; `undefined` when it is offered. */
export function toolBar(tool: Tool, document: Pick<Document, 'mcpServers' | 'layout' | 'flags'>): string | undefined {
  const bar = offerBar(tool, document);
  if (bar !== 'server') return bar && BARS[bar];
  const name = document.mcpServers.find(({ id }) => id === tool.server)?.name ?? tool.server;
  return `${name} is not connected`;
}

/** What keeps the words of a server out of the request; `undefined` when it has some to say. */
export function serverBar({ connected, instructions }: McpServer): 'not connected' | 'empty' | undefined {
  if (!connected) return 'not connected';
  return instructions.trim() === '' ? 'empty' : undefined;
}
