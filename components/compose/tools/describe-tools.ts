import type { ToolGroup, ToolRow } from '@/lib/store/analysis/tool-groups.ts';

/** What the badges mean. */
export const MARK_WORDS: Readonly<Record<ToolRow['marks'][number], string>> = {
  deferred: 'Carries defer_loading and leaves the cached prefix, as tool search is on',
  strict: 'Carries strict: true, as strict tools is on',
  swarm: 'Has fields that are there only while agent swarms is on',
};

/** A tool's tokens, or why it has none. */
export function toolFigure({ tool, tokens, isOffered, fault }: ToolRow): number | string | undefined {
  if (!tool.enabled) return 'off';
  if (tool.permission === 'denied') return 'denied';
  if (!isOffered) return 'not sent';
  return tokens === undefined && fault !== undefined ? 'left out' : tokens;
}

/** How many of the tools are sent. */
export function describeSent(groups: readonly ToolGroup[]): string {
  const rows = groups.flatMap((group) => group.rows);
  const sent = rows.filter(({ isOffered, tokens }) => isOffered && tokens !== undefined).length;
  return `${sent} of ${rows.length} ${rows.length === 1 ? 'tool' : 'tools'} sent`;
}
