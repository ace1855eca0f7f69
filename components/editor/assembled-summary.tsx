'use client';

import { Button } from '@/components/ui/button.tsx';
import { Num } from '@/components/ui/num.tsx';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { selectionKey } from '@/lib/store/analysis/selection-source.ts';
import { findSubject } from './subject.ts';

type AssembledSummaryProps = {
  analysis: Analysis;
  isOpen: boolean;
  onToggle: () => void;
  /** Goes to a source, by its key. */
  onGo: (goal: string) => void;
};

/** What the list below is, and ways about it. */
export function AssembledSummary({ analysis, isOpen, onToggle, onGo }: AssembledSummaryProps) {
  const { blocks, total, document, tokensBySource } = analysis;
  const selection = useWorkbench((state) => state.selection);
  const key = selectionKey(selection, document);
  const title = findSubject(document, selection)?.title;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2 text-sm text-ink-2 @md:px-5">
      <p className="min-w-0 flex-1 basis-64">
        <Num value={blocks.length} /> {blocks.length === 1 ? 'block' : 'blocks'},{' '}
        <Num value={total.tokens} method={total.method} /> tokens, in the order in which the provider reads them. A
        change creates the cache again from its block on.
      </p>
      <span className="flex flex-wrap gap-1">
        {key && title && tokensBySource.has(key) && (
          <Button variant="quiet" size="sm" onClick={() => onGo(key)} className="max-w-64">
            <span className="truncate">Go to {title}</span>
          </Button>
        )}
        <Button variant="quiet" size="sm" onClick={onToggle}>
          {isOpen ? 'Close all' : 'Open all'}
        </Button>
      </span>
    </div>
  );
}
