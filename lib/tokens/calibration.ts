import type { TokenCount } from './token-count.ts';

/** What finished runs on a model have taught: tokens its backend reported, and those we had estimated for the same requests. */
export interface ModelCalibration {
  readonly reported: number;
  readonly estimated: number;
  readonly runs: number;
}

/** By model id. */
export type Calibration = Readonly<Record<string, ModelCalibration>>;

/**
 * A factor outside of these is a fault of the report (a proxy that adds a prompt, say), not of the estimate. The bounds are ours, and
 * wide, for a local model counts with a vocabulary of its own (TOKEN-30).
 */
const LEAST_FACTOR = 0.25;
const MOST_FACTOR = 4;
/** After each so many runs the sums of the earlier ones count half, so that a factor follows a model that changes. */
const RUNS_TO_HALVE = 20;
/** No calibrated estimate claims to be surer than this: the factor is one for all kinds of text. */
const LEAST_BAND = 0.01;

const modelOf = (calibration: Calibration, model: string): ModelCalibration | undefined =>
  Object.hasOwn(calibration, model) ? calibration[model] : undefined;

/** With one more run: `estimated` is the uncalibrated total of its input, in tokens. Figures that are not above 0 teach nothing. */
export function addRun(calibration: Calibration, model: string, estimated: number, reported: number): Calibration {
  if (!(estimated > 0 && reported > 0)) return calibration;
  const old = modelOf(calibration, model) ?? { reported: 0, estimated: 0, runs: 0 };
  const weight = old.runs > 0 && old.runs % RUNS_TO_HALVE === 0 ? 0.5 : 1;
  const sums = {
    reported: old.reported * weight + reported,
    estimated: old.estimated * weight + estimated,
    runs: old.runs + 1,
  };
  return { ...calibration, [model]: sums };
}

/** Without what was learnt of a model. */
export function forgetModel(calibration: Calibration, model: string): Calibration {
  return Object.fromEntries(Object.entries(calibration).filter(([id]) => id !== model));
}

/** Reported to estimated tokens, from 0.25 to 4; 1 for a model of which no run is known. */
export function calibrationFactor(calibration: Calibration, model: string): number {
  const known = modelOf(calibration, model);
  return known ? Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, known.reported / known.estimated)) : 1;
}

/** The runs a factor rests on, all told; 0 for a model of which none is known. */
export const calibrationRuns = (calibration: Calibration, model: string): number =>
  modelOf(calibration, model)?.runs ?? 0;

/**
 * An estimate times the factor, its band narrowed by the root of the runs (up to 20) but never below ±1 %. Exact and rough counts
 * come back as they are.
 */
export function calibrateCount(count: TokenCount, factor: number, runs = 0): TokenCount {
  if (count.method !== 'estimate' || runs === 0) return count;
  const surer = Math.sqrt(1 + Math.min(runs, RUNS_TO_HALVE));
  const tokens = Math.round(count.tokens * factor);
  const reach = (distance: number) => Math.max((distance * factor) / surer, LEAST_BAND * tokens);
  return {
    tokens,
    low: Math.max(0, Math.floor(tokens - reach(count.tokens - count.low))),
    high: Math.ceil(tokens + reach(count.high - count.tokens)),
    method: 'estimate',
  };
}
