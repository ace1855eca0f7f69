import type { Document } from '@/lib/document/document.ts';
import { type BlockSource, sourceKey } from '@/lib/prompt/block.ts';
import type { PendingEdits } from '@/lib/prompt/pending-edits.ts';
import { sourceTitle } from './source-title.ts';

/** What a person calls each thing that waits, in the order of the request. A memory file that is gone goes by its path. */
export function pendingTitles(pending: PendingEdits, document: Document): string[] {
  const sources: readonly BlockSource[] = [
    ...document.tools.map(({ id }): BlockSource => ({ type: 'tool', id })),
    ...document.sections.map(({ id }): BlockSource => ({ type: 'section', id })),
    { type: 'git-status' },
    { type: 'user-context' },
  ];
  const FILE = 'memory-file:';
  return [
    ...sources.filter((source) => pending.has(sourceKey(source))).map((source) => sourceTitle(source, document)),
    ...[...pending.keys()].filter((key) => key.startsWith(FILE)).map((key) => key.slice(FILE.length)),
  ];
}
