'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { findPreset } from '@/lib/document/presets.ts';
import { DiffLines } from './diff-lines.tsx';
import { foldLines } from './fold-lines.ts';
import { diffLines } from './line-diff.ts';
import type { Subject } from './subject.ts';
import { type TextPair, textPairs } from './subject-edits.ts';

/** What is open against what the preset says. */
export function DiffView({ subject }: { subject: Subject }) {
  const document = useDocument((each) => each);
  const selection = useWorkbench((state) => state.selection);
  const preset = findPreset(document.preset.id, document.preset.version);
  const pairs = useMemo(() => (preset ? textPairs(document, preset, selection) : []), [document, preset, selection]);
  if (pairs.length === 0) return <NoDifference title={subject.title} />;
  return (
    <div className="@container pb-6">
      {pairs.map((pair) => (
        <PairDiff key={pair.current.key} pair={pair} />
      ))}
    </div>
  );
}

function PairDiff({ pair: { current, original } }: { pair: TextPair }) {
  const hunks = useMemo(() => {
    const lines = diffLines(original, current.text);
    return lines && foldLines(lines);
  }, [original, current.text]);
  return (
    <section aria-label={current.name} className="pt-3">
      {current.heading && <h3 className="px-3.5 pb-1.5 text-sm text-ink-3 @md:px-5">{current.heading}</h3>}
      {hunks ? (
        <DiffLines hunks={hunks} />
      ) : (
        <p className="px-3.5 text-ink-2 @md:px-5">
          This text has more than 5,000 lines: too long to compare here. Its length changed from{' '}
          <span className="num">{original.length.toLocaleString('en-US')}</span> to{' '}
          <span className="num">{current.text.length.toLocaleString('en-US')}</span> characters.
        </p>
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
