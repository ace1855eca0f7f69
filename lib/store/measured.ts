import { reportedTotalInput } from '@/lib/usage/add-usage.ts';
import type { Run } from './run.ts';

/** What the clock says of a request, as this page saw it: the network is part of it. */
export interface Measured {
  /** Milliseconds from sending to the first token. */
  readonly firstTokenAfter: number;
  /** Tokens of the prompt that were not read, a second until the first token; only where they are known and enough to tell. */
  readonly prefillRate?: number;
  /** Tokens of the answer a second, after the first. */
  readonly outputRate?: number;
  /** For a server that reports no reads: what the time to the first token suggests, in tokens. */
  readonly inferred?: { readonly readTokens: number; readonly basedOn: number };
}

/** Below this many tokens, or milliseconds, a rate says more of the network than of the server. */
const ENOUGH_TOKENS = 100;
const ENOUGH_MILLISECONDS = 20;

/** Rates of one answered request; `undefined` when nothing of an answer came. `runs` is the session's log. */
export function measured(run: Run, runs: readonly Run[]): Measured | undefined {
  const { firstTokenAt, endedAt, reported, sentAt } = run;
  if (firstTokenAt === undefined) return undefined;
  const firstTokenAfter = firstTokenAt - sentAt;
  const read = reported?.cacheReadTokens;
  const total = reported && reportedTotalInput(reported);
  const computed = read === undefined || total === undefined ? undefined : total - read;
  const rest = (reported?.outputTokens ?? 0) - 1;
  const writing = endedAt === undefined ? 0 : endedAt - firstTokenAt;
  const earlier = runs.filter(({ number }) => number < run.number);
  const inferred =
    total !== undefined && read === undefined ? inferredRead(run, total, firstTokenAfter, earlier) : undefined;
  return {
    firstTokenAfter,
    ...(computed !== undefined &&
      isEnough(computed, firstTokenAfter) && { prefillRate: perSecond(computed, firstTokenAfter) }),
    ...(rest > 0 && writing >= ENOUGH_MILLISECONDS && { outputRate: perSecond(rest, writing) }),
    ...(inferred && { inferred }),
  };
}

const isEnough = (tokens: number, milliseconds: number): boolean =>
  tokens >= ENOUGH_TOKENS && milliseconds >= ENOUGH_MILLISECONDS;

const perSecond = (tokens: number, milliseconds: number): number => (tokens * 1000) / milliseconds;

/** The last earlier request of which nothing can have been read tells how fast the server computes; what came faster was read. */
function inferredRead(run: Run, total: number, firstTokenAfter: number, earlier: readonly Run[]): Measured['inferred'] {
  const cold = earlier.findLast((each) => {
    const tokens = each.reported?.totalInputTokens;
    const isAlike = each.backend === run.backend && each.model === run.model && each.status === 'done';
    const isCold = isColdFor(each, earlier) && each.reported?.cacheReadTokens === undefined;
    const took = (each.firstTokenAt ?? each.sentAt) - each.sentAt;
    return isAlike && isCold && tokens !== undefined && isEnough(tokens, took);
  });
  const coldTotal = cold?.reported?.totalInputTokens;
  if (!cold || coldTotal === undefined || cold.firstTokenAt === undefined) return undefined;
  const computed = (firstTokenAfter * coldTotal) / (cold.firstTokenAt - cold.sentAt);
  return { readTokens: Math.max(0, Math.round(total - computed)), basedOn: cold.number };
}

/** Predicted to read nothing; where nothing is predicted, the first of its kind. */
function isColdFor(run: Run, earlier: readonly Run[]): boolean {
  if (!run.prediction.isUnknown) return run.prediction.usage.cacheReadTokens === 0;
  return earlier.find(({ backend, model }) => backend === run.backend && model === run.model) === run;
}
