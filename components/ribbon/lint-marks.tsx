'use client';

import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import type { RibbonSegment } from '@/lib/store/analysis/analysis.ts';
import { percent, type Scale, shareAt } from './place.ts';

/** A dot over each part of the request in which the linter has found something. */
export function LintMarks({ segments, scale }: { segments: readonly RibbonSegment[]; scale: Scale }) {
  const findings = useStore(useServices().lint.store, (state) => state.findings);
  const keys = useMemo(() => new Set(findings?.flatMap(({ span }) => (span ? [span.key] : []))), [findings]);
  const parts = segments.flatMap((segment) => segment.parts).filter(({ key }) => keys.has(key));
  return parts.map(({ index, title, start, tokens }) => (
    <Dot key={index} title={title} left={percent(shareAt(start + tokens / 2, scale))} />
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
