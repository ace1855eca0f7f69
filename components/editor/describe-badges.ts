import type { BadgeTone } from '@/components/ui/badge.tsx';
import type { Document } from '@/lib/document/document.ts';
import { discoverMemory } from '@/lib/memory/discover-memory.ts';
import { memorySettings } from '@/lib/prompt/memory-settings.ts';
import type { Selection } from '@/lib/store/selection.ts';

export interface BadgeLook {
  readonly text: string;
  readonly tone: BadgeTone;
}

/** What kind of thing is selected, in a word or two each. */
export function describeBadges(document: Document, selection: Selection): BadgeLook[] {
  switch (selection.type) {
    case 'section':
      return sectionBadges(document, selection.id);
    case 'memory-file':
      return [{ text: 'memory', tone: 'session' }, ...memoryBadges(document, selection.path)];
    case 'tool':
      return [{ text: 'tool', tone: 'tools' }, ...toolBadges(document, selection.id)];
    case 'server':
      return [{ text: 'MCP server', tone: 'volatile' }];
    case 'prompt':
      return [{ text: 'whole prompt', tone: selection.id === 'append' ? 'session' : 'static' }];
    case 'turn': {
      const turn = document.conversation.find(({ id }) => id === selection.id);
      return turn ? [{ text: turn.role, tone: 'conversation' }] : [];
    }
    case 'git-status':
      return [{ text: 'system context', tone: 'session' }];
  }
}

function sectionBadges({ sections, boundary }: Document, id: string): BadgeLook[] {
  const index = sections.findIndex((each) => each.id === id);
  const region: BadgeLook =
    index < boundary ? { text: 'static', tone: 'static' } : { text: 'dynamic', tone: 'session' };
  const isVolatile = sections[index]?.kind === 'volatile';
  return [region, isVolatile ? { text: 'every turn', tone: 'volatile' } : { text: 'memoised', tone: 'neutral' }];
}

function memoryBadges(document: Document, path: string): BadgeLook[] {
  const { loaded } = discoverMemory(document.memoryFiles, memorySettings(document));
  const file = loaded.find((each) => each.path === path);
  if (!file) return [];
  const included: BadgeLook[] = file.includedBy === undefined ? [] : [{ text: 'included', tone: 'neutral' }];
  return [{ text: file.kind, tone: 'neutral' }, ...included];
}

function toolBadges({ tools, mcpServers, flags }: Document, id: string): BadgeLook[] {
  const tool = tools.find((each) => each.id === id);
  if (!tool) return [];
  const server = mcpServers.find((each) => each.id === tool.server);
  const origin = tool.server === undefined ? 'built in' : `MCP: ${server?.name ?? tool.server}`;
  const deferred: BadgeLook[] = tool.deferrable && flags.tool_search ? [{ text: 'deferred', tone: 'neutral' }] : [];
  return [{ text: origin, tone: 'neutral' }, ...deferred];
}
