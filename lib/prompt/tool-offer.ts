import type { PromptInput } from './prompt-input.ts';
import type { Tool } from './tool.ts';

/** Is the tool among those that are sent: switched on, not denied, and its server, if it has one, connected? */
export function isOffered(tool: Tool, { mcpServers }: Pick<PromptInput, 'mcpServers'>): boolean {
  const { enabled, permission, server } = tool;
  if (!enabled || permission === 'denied') return false;
  return server === undefined || mcpServers.some(({ id, connected }) => id === server && connected);
}
