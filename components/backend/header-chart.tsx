'use client';

import type { ReactNode } from 'react';
import { UncachedBar } from '@/components/ui/uncached-bar.tsx';
import { DEMO_REQUESTS, type DemoRequest } from '@/lib/backends/connection/header-demo.ts';
import { describeDemo } from './describe-demo.ts';
import { type DemoBar, demoBars } from './header-chart-geometry.ts';

const WIDTH = 520;
const HEIGHT = 104;
const SCALE = { width: WIDTH, height: HEIGHT, count: DEMO_REQUESTS };

/** Above, what each request read (solid) and computed again (outlined); below, the time to its first token. The header changes at the left and is off at the right. */
export function HeaderChart({ requests }: { requests: readonly DemoRequest[] }) {
  const bars = demoBars(requests, SCALE);
  return (
    <div role="img" aria-label={describeDemo(requests) ?? `${requests.length} of ${2 * DEMO_REQUESTS} requests`}>
      <div className="flex flex-wrap gap-x-4 text-xs text-ink-2">
        <Key look="bg-cache-read">read</Key>
        <Key look="border border-cache-uncached">computed again</Key>
      </div>
      <Bars bars={bars} draw={(bar) => <Tokens bar={bar} />} />
      <Name of="Tokens" />
      <Bars
        bars={bars}
        draw={({ x, width, time }) =>
          time && <rect x={x} width={width} y={time.y} height={time.height} className="fill-ink-3" />
        }
      />
      <Name of="Time to first token" />
    </div>
  );
}

function Key({ look, children }: { look: string; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5">
      <span className={`size-2.5 ${look}`} />
      {children}
    </span>
  );
}

function Name({ of }: { of: string }) {
  return (
    <p className="mb-2 flex justify-between text-xs text-ink-2">
      <span>{of}, header changing</span>
      <span>header off</span>
    </p>
  );
}

function Bars({ bars, draw }: { bars: readonly DemoBar[]; draw: (bar: DemoBar) => ReactNode }) {
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} className="mt-1 block h-auto w-full">
      {bars.map((bar) => (
        <g key={bar.id}>{draw(bar)}</g>
      ))}
      <line x1="0" x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} className="stroke-line-strong" />
    </svg>
  );
}

function Tokens({ bar: { x, width, read, computed } }: { bar: DemoBar }) {
  if (!read) {
    return (
      <text x={x + width / 2} y={HEIGHT - 4} textAnchor="middle" className="fill-ink-3 font-mono text-xs">
        —
      </text>
    );
  }
  return (
    <>
      <rect x={x} width={width} y={read.y} height={read.height} className="fill-cache-read" />
      {computed && <UncachedBar x={x} width={width} {...computed} />}
    </>
  );
}
