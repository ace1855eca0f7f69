'use client';

import { useRef, useState } from 'react';
import { useAnalysis, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { cacheBand } from '@/lib/store/analysis/cache-band.ts';
import { BoundaryPin } from './boundary-pin.tsx';
import { CacheStateBand } from './cache-state-band.tsx';
import { LayerBand } from './layer-band.tsx';
import { LintMarks } from './lint-marks.tsx';
import { Marks } from './marks.tsx';
import { type Scale, scaleOf } from './place.ts';
import { Readout } from './readout.tsx';

/** The signature view: the whole request as one bar, each layer as wide as its tokens, its cache state below. */
export function Ribbon() {
  const analysis = useAnalysis((each) => each);
  return analysis ? <Strata analysis={analysis} /> : <p className="px-3.5 py-9 text-ink-3">Counting tokens …</p>;
}

function Strata({ analysis }: { analysis: Analysis }) {
  const [pointed, setPointed] = useState<number>();
  const lastRun = useWorkbench(({ runs }) => runs.at(-1));
  const { segments, marks, chain } = analysis;
  const parts = segments.flatMap((segment) => segment.parts);
  const drawn = useRef<Scale>(undefined);
  const scale = scaleOf([0, ...parts.map(({ start, tokens }) => start + tokens), chain.totalTokens], drawn.current);
  drawn.current = scale;
  const band = cacheBand(analysis, lastRun);
  return (
    <div className="px-3.5 pt-2.5 pb-2">
      <div className="relative pt-1.5 pb-5">
        <LayerBand segments={segments} scale={scale} onPoint={setPointed} />
        <CacheStateBand band={band} scale={scale} />
        <Marks marks={marks} scale={scale} />
        <LintMarks segments={segments} scale={scale} />
        <BoundaryPin analysis={analysis} scale={scale} />
      </div>
      <Readout analysis={analysis} band={band} pointed={parts.find(({ index }) => index === pointed)} />
    </div>
  );
}
