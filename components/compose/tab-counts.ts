import type { Document } from '@/lib/document/document.ts';
import { FLAGS } from '@/lib/prompt/flag.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import type { ComposeTab } from '@/lib/store/selection.ts';

/** How many things of each kind are in the request; flags count when they differ from their default. `undefined`: not known yet. */
export function tabCounts(
  flags: Document['flags'],
  analysis: Analysis | undefined,
): Record<ComposeTab, number | undefined> {
  const sent = (prefix: string) => {
    if (!analysis) return undefined;
    let count = 0;
    for (const key of analysis.tokensBySource.keys()) if (key.startsWith(prefix)) count += 1;
    return count;
  };
  return {
    sections: sent('section:'),
    flags: FLAGS.filter((flag) => flags[flag.id] !== flag.default).length,
    memory: sent('memory-file:'),
    tools: analysis?.prompt.tools.length,
    context: undefined,
  };
}
