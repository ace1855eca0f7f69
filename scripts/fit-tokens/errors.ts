import type { TextKind } from './corpus.ts';
import type { MeasuredText } from './measure.ts';
import { quantile } from './quantile.ts';

export const KINDS: readonly TextKind[] = ['agent docs', 'code', 'languages'];
export type Family = 'claude-old' | 'claude-new';

/** Median and 95th percentile of the absolute relative error, in per cent. */
export interface ErrorFigures {
  readonly median: number;
  readonly p95: number;
}

/** The error of one way of counting on one kind of text, against the family's counts. */
export function errorFigures(
  texts: readonly MeasuredText[],
  counted: readonly number[],
  family: Family,
  kind: TextKind,
): ErrorFigures {
  const errors = texts.flatMap((text, index) =>
    text.kind === kind ? [Math.abs((counted[index] ?? 0) / text.counts[family] - 1) * 100] : [],
  );
  return { median: round(quantile(errors, 0.5)), p95: round(quantile(errors, 0.95)) };
}

function round(percent: number): number {
  return Math.round(percent * 10) / 10;
}
