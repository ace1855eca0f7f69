import type { DemoRequest } from '@/lib/backends/connection/header-demo.ts';

const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** What ten requests have shown, in the medians of all but each series' first; `undefined` until there is something to compare. */
export function describeDemo(requests: readonly DemoRequest[]): string | undefined {
  const later = (series: DemoRequest['series']) => requests.filter((each) => each.series === series).slice(1);
  const [changing, off] = [later('changing'), later('off')];
  if (changing.length === 0 || off.length === 0) return undefined;
  const counts = [median(changing.map(({ computed }) => computed)), median(off.map(({ computed }) => computed))];
  const times = [changing, off].map((series) => median(series.map(({ firstTokenAfter }) => firstTokenAfter)));
  const [slow, quick] = times.map((time) => (time === undefined ? 'an unknown time' : `${format.format(time)} ms`));
  const [many, few] = counts;
  if (many === undefined || few === undefined) {
    return `The server does not report what it read. With the header changing, the first token took ${slow} for each request after the first; with it off, ${quick}.`;
  }
  return `With the header changing, ${tokens(many)} computed again for each request after the first, and the first token took ${slow}. With it off, ${tokens(few)}, and it took ${quick}.`;
}

const tokens = (count: number): string => (count === 1 ? '1 token was' : `${format.format(count)} tokens were`);

/** `undefined` where any is. */
function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).toSorted((left, right) => left - right);
  return known.length === values.length ? known[known.length >> 1] : undefined;
}
