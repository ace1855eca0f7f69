import type { Analysis } from './analysis.ts';

/** A place where the boundary can stand: in front of the section with index `boundary`, `at` tokens from the start. */
export interface BoundaryStop {
  readonly boundary: number;
  readonly at: number;
  /** The title of the last section before it. */
  readonly after: string;
}

/** One stop in front of the first sent section and one behind each; sections that are not sent have none of their own. */
export function boundaryStops({ document, segments, tokensBySource }: Analysis): BoundaryStop[] {
  const [first] = segments.flatMap(({ parts }) => parts.find(({ source }) => source.type === 'section') ?? []);
  if (!first) return [];
  const stops: BoundaryStop[] = [{ boundary: 0, at: first.start, after: 'the start of the sections' }];
  let at = first.start;
  document.sections.forEach(({ id, title }, index) => {
    const tokens = tokensBySource.get(`section:${id}`) ?? 0;
    at += tokens;
    if (tokens > 0) stops.push({ boundary: index + 1, at, after: title });
  });
  return stops;
}

/** The stop at which the boundary stands: the last one that is not behind it. */
export function currentStop(stops: readonly BoundaryStop[], boundary: number): number {
  return stops.findLastIndex((stop) => stop.boundary <= boundary);
}

/** The stop nearest to a number of tokens. */
export function nearestStop(stops: readonly BoundaryStop[], at: number): BoundaryStop | undefined {
  return stops.toSorted((left, right) => Math.abs(left.at - at) - Math.abs(right.at - at))[0];
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** Where a key moves the boundary among `count` stops, as on a slider; `undefined`: not a key that moves it. */
export function stepStop(key: string, current: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, current + step));
}
