import { firstDivergence } from '@/lib/cache/explain/divergence.ts';
import { type RequestTrace, tracedEntries } from '@/lib/cache/explain/request-trace.ts';
import type { Comparison } from './run-diagnosis.ts';

/** What a request has in common with the one before it, and what of it is billed again; in tokens of the later one. */
export interface ComparisonFigures {
  /** From the start to the first character that differs: the same content, whatever the cache makes of it. */
  readonly shared: number;
  /** The first block that cannot be read; `undefined`: all that the first request left can be. */
  readonly firstAgain: number | undefined;
  /** From that block to the end. */
  readonly again: number;
  /** Nothing in the requests keeps the later one from reading all that the first one leaves. */
  readonly goesOn: boolean;
}

export function comparisonFigures({
  before,
  after,
  explanation: { cause, place, reason },
}: Pick<Comparison, 'before' | 'after' | 'explanation'>): ComparisonFigures {
  const { positions, totalTokens } = after.chain;
  const inFrontOf = (index: number) => positions[index - 1]?.end ?? 0;
  const parting = firstDivergence(before.blocks, after.blocks)?.index ?? before.blocks.length;
  // Another model is in front of every block.
  const broken = cause === 'model_changed' ? 0 : place?.index;
  const firstAgain = broken === undefined ? undefined : lastReadable(before, broken) + 1;
  return {
    shared: place?.index === parting ? place.token : inFrontOf(parting),
    firstAgain,
    again: firstAgain === undefined ? 0 : totalTokens - inFrontOf(firstAgain),
    goesOn: cause === 'likely_server_side' || reason === 'evidence_missing',
  };
}

/** The index of the last block in front of the break that the first request left an entry for; -1: nothing can be read. */
const lastReadable = (before: RequestTrace, broken: number): number =>
  tracedEntries(before).findLast(({ index }) => index < broken)?.index ?? -1;
