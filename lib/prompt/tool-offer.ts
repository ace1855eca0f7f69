import type { PromptInput } from './prompt-input.ts';
import type { Tool } from './tool.ts';

/** What simple mode leaves of the tools in the layout of newer clients (PROMPT-31). */
const SIMPLE_TOOLS: ReadonlySet<string> = new Set(['Bash', 'Read', 'Edit']);

/** Is the tool among those that are sent: switched on, not denied, its server, if it has one, connected, and left by simple mode? */
export function isOffered(
  tool: Tool,
  { mcpServers, layout, flags }: Pick<PromptInput, 'mcpServers' | 'layout' | 'flags'>,
): boolean {
  const { name, enabled, permission, server } = tool;
  if (!enabled || permission === 'denied') return false;
  if (layout === 'current' && flags.CLAUDE_CODE_SIMPLE && (server !== undefined || !SIMPLE_TOOLS.has(name)))
    return false;
  return server === undefined || mcpServers.some(({ id, connected }) => id === server && connected);
}
