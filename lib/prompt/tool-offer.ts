import type { PromptInput } from './prompt-input.ts';
import type { Tool } from './tool.ts';

/** What simple mode leaves of the tools in the layout of newer clients (PROMPT-31). */
const SIMPLE_TOOLS: ReadonlySet<string> = new Set(['Bash', 'Read', 'Edit']);

type Setting = Pick<PromptInput, 'mcpServers' | 'flags'> & { readonly layout?: PromptInput['layout'] | undefined };

/** What keeps a tool from being sent: its switch, its permission, simple mode, or a server that is not connected; `undefined`: nothing. */
export function offerBar(
  { name, enabled, permission, server }: Tool,
  { mcpServers, layout, flags }: Setting,
): 'off' | 'denied' | 'simple' | 'server' | undefined {
  if (!enabled) return 'off';
  if (permission === 'denied') return 'denied';
  if (layout === 'current' && flags.CLAUDE_CODE_SIMPLE && (server !== undefined || !SIMPLE_TOOLS.has(name)))
    return 'simple';
  const isReached = server === undefined || mcpServers.some(({ id, connected }) => id === server && connected);
  return isReached ? undefined : 'server';
}

/** Is the tool among those that are sent? */
export const isOffered = (tool: Tool, setting: Setting): boolean => offerBar(tool, setting) === undefined;
