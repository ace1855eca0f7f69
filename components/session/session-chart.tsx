'use client';

import { UncachedBar } from '@/components/ui/uncached-bar.tsx';
import type { RunFigures } from '@/lib/store/run-figures.ts';
import { chartBars, costLine } from './chart-geometry.ts';
import { describeChart } from './describe-run.ts';

const WIDTH = 340;
const HEIGHT = 92;
/** Under a line, in the pane's own colour, so that it is seen on every bar. */
const CASING = 'fill-none stroke-panel [stroke-width:4.5]';
const SIZE = { width: WIDTH, height: HEIGHT };

/** Stacked bars (read, created, uncached; pale where nothing was reported and they are the prediction) with the running cost as a line and the uncached one above it. */
export function SessionChart({ figures }: { figures: readonly RunFigures[] }) {
  const lines = costLine(figures, SIZE);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 4}`}
      role="img"
      aria-label={describeChart(figures)}
      className="mt-1 block h-auto w-full"
    >
      <defs>
        <pattern id="session-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="6" className="fill-cache-creation" />
        </pattern>
      </defs>
      {chartBars(figures, SIZE).map(({ id, words, isReported, x, width, read, created, uncached }) => (
        <g key={id} opacity={isReported ? 1 : 0.4}>
          <title>{words}</title>
          <rect x={x} width={width} y={read.y} height={read.height} className="fill-cache-read" />
          <rect x={x} width={width} y={created.y} height={created.height} fill="url(#session-hatch)" />
          {uncached.height > 0 && <UncachedBar x={x} width={width} y={uncached.y} height={uncached.height} />}
        </g>
      ))}
      <line x1="0" x2={WIDTH} y1={HEIGHT + 1} y2={HEIGHT + 1} className="stroke-line-strong" />
      {lines && (
        <>
          <polyline points={lines.uncached} className={CASING} />
          <polyline points={lines.cost} className={CASING} />
          <polyline
            points={lines.uncached}
            className="fill-none stroke-ink [stroke-dasharray:4_3] [stroke-width:1.5]"
          />
          <polyline points={lines.cost} className="fill-none stroke-ink [stroke-width:1.5]" />
        </>
      )}
    </svg>
  );
}
