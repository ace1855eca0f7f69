import type { Document } from '@/lib/document/document.ts';
import { FLAGS } from '@/lib/prompt/flag.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import type { ComposeTab } from '@/lib/store/selection.ts';

/** How many things of each kind are in the request; flags count when they differ from their default. `undefined`: not known yet. */
export function tabCounts(
  flags: Document['flags'],
  analysis: Analysis | undefined,
): Record<ComposeTab, number | undefined> {
  const sent = (type: string) =>
    analysis && [...analysis.tokensBySource.keys()].filter((key) => key.startsWith(`${type}:`)).length;
  return {
    sections: sent('section'),
    flags: FLAGS.filter((flag) => flags[flag.id] !== flag.default).length,
    memory: sent('memory-file'),
    tools: analysis?.prompt.tools.length,
    context: undefined,
  };
}
