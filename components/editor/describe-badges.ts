import type { BadgeTone } from '@/components/ui/badge.tsx';
import type { Document } from '@/lib/document/document.ts';
import type { Selection } from '@/lib/store/selection.ts';
import type { JudgeMemory } from './late-memory.ts';

export interface BadgeLook {
  readonly text: string;
  readonly tone: BadgeTone;
}

/** What kind of thing is selected, in a word or two each; what discovery makes of a memory file is known with `judge` alone. */
export function describeBadges(document: Document, selection: Selection, judge?: JudgeMemory): BadgeLook[] {
  switch (selection.type) {
    case 'section':
      return sectionBadges(document, selection.id);
    case 'memory-file':
      return [{ text: 'memory', tone: 'session' }, ...memoryBadges(document, selection.path, judge)];
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

function memoryBadges(document: Document, path: string, judge: JudgeMemory | undefined): BadgeLook[] {
  const entry = judge?.(document).entries.find((each) => each.path === path);
  const words = [entry?.kind, entry?.includedBy !== undefined ? 'included' : undefined];
  return words.flatMap((text) => (text === undefined ? [] : [{ text, tone: 'neutral' as const }]));
}

function toolBadges({ tools, mcpServers, flags }: Document, id: string): BadgeLook[] {
  const tool = tools.find((each) => each.id === id);
  if (!tool) return [];
  const server = mcpServers.find((each) => each.id === tool.server);
  const origin = tool.server === undefined ? 'built in' : `MCP: ${server?.name ?? tool.server}`;
  const deferred: BadgeLook[] = tool.deferrable && flags.tool_search ? [{ text: 'deferred', tone: 'neutral' }] : [];
  return [{ text: origin, tone: 'neutral' }, ...deferred];
}
