import type { DemoRequest } from '@/lib/backends/connection/header-demo.ts';

export interface DemoBar {
  readonly id: string;
  readonly series: DemoRequest['series'];
  readonly x: number;
  readonly width: number;
  /** Stacked from the ground up; undefined where the server reports nothing. */
  readonly read: { readonly y: number; readonly height: number } | undefined;
  readonly computed: { readonly y: number; readonly height: number } | undefined;
  /** Where the time to the first token lies, on a scale of its own. */
  readonly time: { readonly y: number; readonly height: number } | undefined;
}

export interface DemoScale {
  readonly width: number;
  readonly height: number;
  /** Requests of one series. */
  readonly count: number;
}

const GAP = 6;
/** Between the two series. */
const GUTTER = 28;

/** Ten places, five for each series, whichever have come; the tallest of each measure fills the height. */
export function demoBars(requests: readonly DemoRequest[], { width, height, count }: DemoScale): DemoBar[] {
  const bar = (width - GUTTER - GAP * (2 * count - 2)) / (2 * count);
  const tallest = Math.max(1, ...requests.map(({ read = 0, computed = 0 }) => read + computed));
  const slowest = Math.max(1, ...requests.map(({ firstTokenAfter = 0 }) => firstTokenAfter));
  const seen = { changing: 0, off: 0 };
  return requests.map(({ series, read, computed, firstTokenAfter }) => {
    const place = seen[series];
    seen[series] += 1;
    const half = series === 'changing' ? 0 : (bar + GAP) * count - GAP + GUTTER;
    const isReported = read !== undefined && computed !== undefined;
    const size = (tokens: number, most: number) => (tokens / most) * height;
    const readHeight = isReported ? size(read, tallest) : 0;
    const computedHeight = isReported ? size(computed, tallest) : 0;
    const time = firstTokenAfter === undefined ? undefined : size(firstTokenAfter, slowest);
    return {
      id: `${series}-${place + 1}`,
      series,
      x: half + place * (bar + GAP),
      width: bar,
      read: isReported ? { y: height - readHeight, height: readHeight } : undefined,
      computed: isReported ? { y: height - readHeight - computedHeight, height: computedHeight } : undefined,
      time: time === undefined ? undefined : { y: height - time, height: time },
    };
  });
}
