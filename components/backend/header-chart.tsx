'use client';

import { DEMO_REQUESTS, type DemoRequest } from '@/lib/backends/connection/header-demo.ts';
import { describeDemo } from './describe-demo.ts';
import { demoBars } from './header-chart-geometry.ts';

const WIDTH = 520;
const HEIGHT = 104;
const SCALE = { width: WIDTH, height: HEIGHT, count: DEMO_REQUESTS };
/** Between the two charts, and under the second: their names. */
const NAME = 22;

/** Above, what each request read (solid) and computed again (outlined); below, the time to its first token. The header changes at the left and is off at the right. */
export function HeaderChart({ requests }: { requests: readonly DemoRequest[] }) {
  const below = HEIGHT + 2 * NAME;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${below + HEIGHT + NAME}`}
      role="img"
      aria-label={describeDemo(requests) ?? `${requests.length} of ${2 * DEMO_REQUESTS} requests`}
      className="block h-auto w-full"
    >
      {demoBars(requests, SCALE).map(({ id, x, width, read, computed, time }) => (
        <g key={id}>
          {read && <rect x={x} width={width} y={read.y} height={read.height} className="fill-cache-read" />}
          {computed && (
            <rect
              x={x + 0.5}
              width={width - 1}
              y={computed.y + 0.5}
              height={Math.max(0, computed.height - 1)}
              className="fill-transparent stroke-cache-uncached"
            />
          )}
          {!read && (
            <text x={x + width / 2} y={HEIGHT - 4} textAnchor="middle" className="fill-ink-3 font-mono text-[11px]">
              —
            </text>
          )}
          {time && <rect x={x} width={width} y={below + time.y} height={time.height} className="fill-ink-3" />}
        </g>
      ))}
      {[HEIGHT, below + HEIGHT].map((y) => (
        <line key={y} x1="0" x2={WIDTH} y1={y + 0.5} y2={y + 0.5} className="stroke-line-strong" />
      ))}
      {[HEIGHT, below + HEIGHT].map((y) => (
        <g key={y} className="fill-ink-2 text-[12px]">
          <text x="0" y={y + 15}>
            {y === HEIGHT ? 'Tokens · header changing' : 'Time to first token · header changing'}
          </text>
          <text x={WIDTH} y={y + 15} textAnchor="end">
            header off
          </text>
        </g>
      ))}
    </svg>
  );
}
