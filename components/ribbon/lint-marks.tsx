'use client';

import { memo } from 'react';
import { useStore } from 'zustand';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import type { RibbonSegment } from '@/lib/store/analysis/analysis.ts';
import { percent, stepAt } from './place.ts';

/** A dot over each part of the request in which the linter has found something. */
export function LintMarks({ segments, total }: { segments: readonly RibbonSegment[]; total: number }) {
  const findings = useStore(useServices().lint.store, (state) => state.findings) ?? [];
  const keys = new Set(findings.flatMap(({ span }) => (span ? [span.key] : [])));
  const parts = segments.flatMap((segment) => segment.parts).filter(({ key }) => keys.has(key));
  return parts.map(({ index, title, start, tokens }) => (
    <Dot key={index} title={title} left={percent(stepAt(start + tokens / 2, total))} />
  ));
}

const Dot = memo(function Dot({ title, left }: { title: string; left: string }) {
  return (
    <span
      title={`${title}: see Lint`}
      style={{ left }}
      className="pointer-events-none absolute top-0 -ml-[2.5px] size-[5px] rounded-full bg-layer-volatile"
    />
  );
});
