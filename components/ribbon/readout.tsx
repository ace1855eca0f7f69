'use client';

import { describeTokenBand } from '@/components/run/describe-band.ts';
import { latePart } from '@/components/ui/late-part.tsx';
import { Num } from '@/components/ui/num.tsx';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Analysis, RibbonPart } from '@/lib/store/analysis/analysis.ts';
import type { CacheBand } from '@/lib/store/analysis/cache-band.ts';

const PointedPart = latePart(async () => (await import('./pointed-part.tsx')).PointedPart, {
  Missing: () => 'What is pointed at could not be fetched: the server did not answer.',
});

type ReadoutProps = { analysis: Analysis; band: CacheBand; pointed: RibbonPart | undefined };

/** Under the bar: what is pointed at, else the sums of the cache band and whose word they are. */
export function Readout({ analysis, band, pointed }: ReadoutProps) {
  const backends = useWorkbench((state) => state.backends);
  const nameOf = (id: string) => backends.find((each) => each.id === id)?.name ?? id;
  const { reportedBy } = band;
  const { total } = analysis;
  const method = reportedBy ? 'reported' : 'predicted';
  const source = reportedBy
    ? `reported by ${nameOf(reportedBy.backend)}, request ${reportedBy.number}`
    : `${analysis.prediction.isUnknown ? 'not ' : ''}predicted for ${nameOf(analysis.document.backend)}`;
  return (
    <div className="mt-1 flex min-h-4 flex-wrap items-baseline justify-between gap-x-4 text-xs">
      <ul className="flex flex-wrap gap-x-4">
        <li className="font-semibold text-cache-read">
          read <Num value={band.read} method={method} />
        </li>
        <li className="font-semibold text-cache-creation">
          creation <Num value={band.created} method={method} />
        </li>
        <li className="text-ink-2">
          uncached <Num value={band.uncached} method={method} />
        </li>
        <li className="text-ink-2">
          of <Num value={total.tokens} method={total.method} title={() => describeTokenBand(total)} /> tokens
        </li>
      </ul>
      <p className="num min-w-0 truncate text-ink-2">
        {pointed ? <PointedPart key={pointed.index} part={pointed} /> : source}
      </p>
    </div>
  );
}
