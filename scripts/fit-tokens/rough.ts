import type { TextKind } from './corpus.ts';
import { fitNonNegative } from './least-squares.ts';
import type { MeasuredText } from './measure.ts';

const WIDTHS = 3;
/** Each kind of text weighs about the same, however many texts there are of it. */
const KIND_WEIGHT: Readonly<Record<TextKind, number>> = { 'agent docs': 25, code: 1, languages: 7 };

/** Tokens a character, by its width, for the count that needs no vocabulary. */
export function fitRough(texts: readonly MeasuredText[], target: keyof MeasuredText['counts']): number[] {
  const observations = texts.map(({ kind, characters, counts }) => ({
    features: new Map(characters.entries()),
    value: counts[target],
    weight: KIND_WEIGHT[kind] / counts[target] ** 2,
  }));
  const priors = Array.from({ length: WIDTHS }, () => ({ value: 0.5, strength: 1e-6 }));
  return Array.from(fitNonNegative(observations, priors), (value) => Math.round(value * 1000) / 1000);
}
