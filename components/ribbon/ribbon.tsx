'use client';

import { useState } from 'react';
import { useAnalysis, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { cacheBand } from '@/lib/store/analysis/cache-band.ts';
import { BoundaryPin } from './boundary-pin.tsx';
import { CacheStateBand } from './cache-state-band.tsx';
import { LayerBand } from './layer-band.tsx';
import { LintMarks } from './lint-marks.tsx';
import { Marks } from './marks.tsx';
import { Readout } from './readout.tsx';

/** The signature view: the whole request as one bar, each layer as wide as its tokens, its cache state below. */
export function Ribbon() {
  const analysis = useAnalysis((each) => each);
  return analysis ? <Strata analysis={analysis} /> : <p className="px-3.5 py-9 text-ink-3">Counting tokens …</p>;
}

function Strata({ analysis }: { analysis: Analysis }) {
  const [pointed, setPointed] = useState<number>();
  const lastRun = useWorkbench(({ runs }) => runs.at(-1));
  const total = Math.max(1, analysis.chain.totalTokens);
  const band = cacheBand(analysis, lastRun);
  const part = analysis.segments.flatMap(({ parts }) => parts).find(({ index }) => index === pointed);
  return (
    <div className="px-3.5 pt-2.5 pb-2">
      <div className="relative pt-1.5 pb-5">
        <LayerBand segments={analysis.segments} total={total} onPoint={setPointed} />
        <CacheStateBand band={band} />
        <Marks marks={analysis.marks} total={total} />
        <LintMarks segments={analysis.segments} total={total} />
        <BoundaryPin analysis={analysis} total={total} />
      </div>
      <Readout analysis={analysis} band={band} pointed={part} />
    </div>
  );
}
