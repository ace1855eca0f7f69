'use client';

import { Select } from '@/components/ui/select.tsx';
import { useEdit } from '@/components/workbench/workbench-context.tsx';
import type { Document } from '@/lib/document/document.ts';
import type { AnalysedBlock } from '@/lib/store/analysis/analysis.ts';
import { chooseMark, markChoice, markOptions } from './mark-choice.ts';

/** Where the cache is marked: by the rules, or by hand. */
export function MarkSelect({ block, document }: { block: AnalysedBlock; document: Document }) {
  const edit = useEdit();
  const isOff = !document.cache.enabled || block.state === 'deferred';
  return (
    <Select
      label={`Mark: ${block.title}`}
      value={markChoice(document, block.id)}
      options={markOptions(block, document)}
      disabled={isOff}
      className="text-sm"
      lead={block.breakpoint && <MarkSign />}
      onValueChange={(choice) => edit(`Mark ${block.title}`, (current) => chooseMark(current, block.id, choice))}
    />
  );
}

/** The ribbon's triangle. */
const MarkSign = () => (
  <svg aria-hidden="true" viewBox="0 0 10 6" className="w-2.5 fill-accent">
    <path d="M0 0h10L5 6z" />
  </svg>
);
