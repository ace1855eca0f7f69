import type { RunFigures } from '@/lib/store/run-figures.ts';
import { describeRun } from './describe-run.ts';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

interface Piece {
  readonly tokens: number;
  readonly y: number;
  readonly height: number;
}

export interface ChartBar {
  readonly id: string;
  /** The bar in words. */
  readonly words: string;
  /** False: the bar is the prediction, for want of a report. */
  readonly isReported: boolean;
  readonly x: number;
  readonly width: number;
  readonly read: Piece;
  readonly created: Piece;
  readonly uncached: Piece;
}

const GAP = 5;
const MAX_BAR = 42;
const SHOWN = 40;

const places = (count: number, width: number) => {
  const bar = Math.min(MAX_BAR, (width - GAP * (count - 1)) / Math.max(count, 1));
  return { bar, x: (index: number) => index * (bar + GAP) };
};

/** The last requests as stacked bars, bottom up: read, created, uncached; the tallest fills the height, and what is not known has none. */
export function chartBars(all: readonly RunFigures[], { width, height }: ChartSize): ChartBar[] {
  const figures = all.slice(-SHOWN);
  const { bar, x } = places(figures.length, width);
  const tallest = Math.max(1, ...figures.map(({ read = 0, created = 0, uncached = 0 }) => read + created + uncached));
  const scale = (height * 0.96) / tallest;
  return figures.map((figure, index) => {
    const { run, read = 0, created = 0, uncached = 0, isReported } = figure;
    let top = height;
    const piece = (tokens: number): Piece => {
      const size = tokens * scale;
      top -= size;
      return { tokens, y: top, height: size };
    };
    return {
      id: run.id,
      words: describeRun(figure),
      isReported,
      x: x(index),
      width: bar,
      read: piece(read),
      created: piece(created),
      uncached: piece(uncached),
    };
  });
}

/** Running cost and running uncached cost as polyline points over the bars; `undefined` while fewer than two costs are known. */
export function costLine(
  all: readonly RunFigures[],
  { width, height }: ChartSize,
): { cost: string; uncached: string } | undefined {
  const figures = all.slice(-SHOWN);
  const known = figures.every(({ cost, uncachedCost }) => cost !== undefined && uncachedCost !== undefined);
  if (!known || figures.length < 2) return undefined;
  const { bar, x } = places(figures.length, width);
  const running = (pick: (figure: RunFigures) => number | undefined) => {
    let sum = 0;
    return figures.map((figure) => (sum += pick(figure) ?? 0));
  };
  const cost = running((figure) => figure.cost);
  const uncached = running((figure) => figure.uncachedCost);
  const most = Math.max(1, ...cost, ...uncached);
  const points = (sums: readonly number[]) =>
    sums
      .map((sum, index) => `${(x(index) + bar / 2).toFixed(1)},${(height - (sum / most) * height * 0.94).toFixed(1)}`)
      .join(' ');
  return { cost: points(cost), uncached: points(uncached) };
}
