'use client';

import { PendingLine } from '@/components/compose/rows/pending-line.tsx';
import { sourceKey } from '@/lib/prompt/block.ts';

type SectionSessionLineProps = { id: string; reason: string | undefined };

/** What a session makes of a section: an edit that waits, or why it is computed on every request. */
export function SectionSessionLine({ id, reason }: SectionSessionLineProps) {
  const className = '-mt-1.5 pr-2.5 pb-2 pl-[47px]';
  if (reason === undefined) return <PendingLine sourceKey={sourceKey({ type: 'section', id })} className={className} />;
  return (
    <p className={`text-xs wrap-anywhere text-layer-volatile-ink ${className}`}>Computed on every request: {reason}</p>
  );
}
