import { FEATURE_NAMES } from '@/lib/tokens/feature.ts';
import type { TextKind } from './corpus.ts';
import { fitNonNegative, type Prior } from './least-squares.ts';
import type { MeasuredText } from './measure.ts';

/** The vocabularies that are estimated, in the order of a coefficient's columns. */
export const TARGETS = ['claude-old', 'claude-new', 'cl100k'] as const;
export type Target = (typeof TARGETS)[number];

const FOLDS = 10;
/** There are few agent documents and many short programs; short texts weigh less, as their error is mostly chance. */
const KIND_WEIGHT: Readonly<Record<TextKind, number>> = { 'agent docs': 4, code: 1, languages: 1 };
const SHORT_TEXT = 15;
const WHOLE_PIECE = /^(?:word|digits|line-breaks|blanks|marks|contraction|script-tokens)(?: |$)/;
/** The data has too few of them to say anything. */
const HELD = new Set(['script-tokens emoji']);
const PRIORS: readonly Prior[] = FEATURE_NAMES.map((name) => ({
  value: WHOLE_PIECE.test(name) ? 1.2 : 0,
  strength: HELD.has(name) ? 1 : 1e-3,
}));

/** Fits one vocabulary's coefficients, by relative error. */
export function fitModel(texts: readonly MeasuredText[], target: Target): Float64Array {
  const observations = texts.map(({ kind, features, counts }) => ({
    features,
    value: counts[target],
    weight: KIND_WEIGHT[kind] / (counts[target] + SHORT_TEXT) ** 2,
  }));
  return fitNonNegative(observations, PRIORS);
}

/** Each text's tokens as a model fitted without the tenth of the texts it is in predicts them. */
export function crossValidate(texts: readonly MeasuredText[], target: Target): number[] {
  const predictions = new Array<number>(texts.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeldOut = (index: number) => index % FOLDS === fold;
    const coefficients = fitModel(
      texts.filter((_, index) => !isHeldOut(index)),
      target,
    );
    for (const [index, text] of texts.entries()) {
      if (isHeldOut(index)) predictions[index] = predict(text.features, coefficients);
    }
  }
  return predictions;
}

function predict(features: ReadonlyMap<number, number>, coefficients: Float64Array): number {
  let sum = 0;
  for (const [feature, amount] of features) sum += (coefficients[feature] ?? 0) * amount;
  return sum;
}
