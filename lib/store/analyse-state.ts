import type { Digest } from '@/lib/cache/digest.ts';
import type { ChainLinks } from '@/lib/cache/prefix-chain.ts';
import { analyse } from '@/lib/store/analysis/analyse.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import type { Assembly } from '@/lib/store/analysis/assembly.ts';
import { type Corrections, correctedCount } from './count-corrections.ts';
import type { CountTable } from './count-table.ts';
import { countsForItself } from './counts-for-itself.ts';
import { backendAhead, backendRules } from './emulated.ts';
import { sessionCache, sessionPolicy } from './session-cache.ts';
import type { WorkbenchState } from './workbench-store.ts';

/** What a session adds to a document: its requests so far, and how its backends behave. */
export type SessionState = Pick<WorkbenchState, 'runs' | 'backends' | 'emulator' | 'displaced'>;

export interface StateOptions {
  readonly table: Pick<CountTable, 'count'>;
  readonly digest: Digest;
  /** Of earlier analyses with the same digest. */
  readonly links?: ChainLinks;
  /** What backends have taught of counts; without it every count is the counter's own. */
  readonly corrections?: Corrections;
  /** The page's time, in epoch milliseconds. */
  readonly now: number;
}

export interface StateAnalysis {
  readonly analysis: Analysis;
  /** Milliseconds until the first entry of the cache expires and the prediction is another; `undefined`: never. */
  readonly expiresIn: number | undefined;
}

/** What a timer can wait. */
const LONGEST_WAIT = 2_000_000_000;

/** An analysis of a request in a session: with the cache as its requests have left it, and counts as the backend has taught them. */
export function analyseState(state: SessionState, assembly: Assembly, options: StateOptions): StateAnalysis {
  const { table, digest, links, corrections } = options;
  const { document, family } = assembly;
  const { backend, model } = document;
  const policy = sessionPolicy(state, document);
  const cache = sessionCache(policy, state.runs, backend, state.displaced[backend]);
  const estimate = (text: string) => table.count(text, family);
  const isCorrected = corrections !== undefined && countsForItself(state, backend);
  const count = isCorrected ? correctedCount(corrections, model, estimate) : estimate;
  const now = options.now + backendAhead(state, backend);
  const expiry = cache.nextExpiry(now);
  return {
    analysis: analyse(assembly, {
      count,
      estimate,
      digest,
      ...(links && { links }),
      policy,
      cache,
      rules: backendRules(state, backend),
      now,
    }),
    expiresIn: expiry === undefined ? undefined : Math.min(expiry - now + 1, LONGEST_WAIT),
  };
}
