/** A part is drawn off its place by no more than this share of the bar: 1 px of 1,440. */
const MOST_OFF = 1 / 1440;

/** Where the parts of the request end on the bar. */
export interface Scale {
  /** Tokens from the start to the end of each part in turn, the first 0 and the last all of them. */
  readonly ends: readonly number[];
  /** The share of the bar at which each is drawn, from 0 to 1. */
  readonly shares: readonly number[];
}

/** The scale of a request; drawn as the last one was for as long as all of it is near enough: most letters then move nothing. */
export function scaleOf(ends: readonly number[], last?: Scale): Scale {
  const total = Math.max(1, ends.at(-1) ?? 0);
  const shares = ends.map((end) => end / total);
  const isNear = (share: number, index: number) => Math.abs(share - (last?.shares[index] ?? 0)) <= MOST_OFF;
  const isKept = last?.shares.length === shares.length && shares.every(isNear);
  return { ends, shares: isKept ? last.shares : shares };
}

/** The share of the bar at which so many tokens end; within a part, in its proportion. */
export function shareAt(tokens: number, { ends, shares }: Scale): number {
  const next = ends.findIndex((end) => end >= tokens);
  const [from = 0, to = from] = [ends[next - 1], ends[next]];
  const [low = 0, high = 1] = [shares[next - 1], shares[next]];
  return to > from ? low + ((high - low) * (tokens - from)) / (to - from) : high;
}

/** A share of the bar as a CSS percentage. */
export const percent = (share: number): string => `${Math.round(share * 100_000) / 1000}%`;

/** Where the parts from the one of index `first` to the one of index `last` lie on the bar, as CSS. */
export function placed(
  { shares }: Scale,
  first: number,
  last = first,
): { readonly left: string; readonly width: string } {
  const [start = 0, end = 1] = [shares[first], shares[last + 1]];
  return { left: percent(start), width: percent(end - start) };
}
