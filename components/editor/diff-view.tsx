'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDocument, usePreset, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { compareTexts } from './compare-texts.ts';
import { DiffLines } from './diff-lines.tsx';
import { type TextPair, textPairs } from './subject-edits.ts';

/** What is open against what the preset says. */
export function DiffView({ title }: { title: string }) {
  const document = useDocument((each) => each);
  const selection = useWorkbench((state) => state.selection);
  const preset = usePreset();
  const pairs = useMemo(() => (preset ? textPairs(document, preset, selection) : []), [document, preset, selection]);
  if (pairs.length === 0) return <NoDifference title={title} />;
  return (
    <div className="@container pb-6">
      {pairs.map((pair) => (
        <PairDiff key={pair.current.key} pair={pair} />
      ))}
    </div>
  );
}

function PairDiff({ pair }: { pair: TextPair }) {
  const { current } = pair;
  const comparison = useMemo(() => compareTexts(pair), [pair]);
  return (
    <section aria-label={current.name} className="pt-3">
      {current.heading && <h3 className="px-3.5 pb-1.5 text-sm text-ink-3 @md:px-5">{current.heading}</h3>}
      {typeof comparison === 'string' ? (
        <p className="px-3.5 text-ink-2 @md:px-5">{comparison}</p>
      ) : (
        <DiffLines hunks={comparison} />
      )}
    </section>
  );
}

function NoDifference({ title }: { title: string }) {
  const setView = useWorkbench((state) => state.setView);
  return (
    <EmptyState title="Nothing differs" action={<Button onClick={() => setView('edit')}>Edit</Button>}>
      Here you see what you changed in {title} since the preset, line by line. So far its text is the preset’s own, or
      the preset does not have it.
    </EmptyState>
  );
}
