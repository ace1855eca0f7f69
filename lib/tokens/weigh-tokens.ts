import { COEFFICIENTS } from './coefficients.gen.ts';
import { FEATURE_NAMES } from './feature.ts';
import { pieceFeatures } from './piece-features.ts';
import type { Weight } from './weight.ts';

const OLD = coefficientsOf(0);
const NEW = coefficientsOf(1);
const CL100K = coefficientsOf(2);

/** Weighs one piece of o200k's splitter, given its tokens, by the fitted coefficients. */
export function weighTokens(piece: string, tokens: readonly number[]): Weight {
  let claudeOld = 0;
  let claudeNew = 0;
  let cl100k = 0;
  const kind = pieceFeatures(piece, tokens, (feature, amount) => {
    claudeOld += (OLD[feature] ?? 0) * amount;
    claudeNew += (NEW[feature] ?? 0) * amount;
    cl100k += (CL100K[feature] ?? 0) * amount;
  });
  const o200k = tokens.length * 1000;
  return {
    'claude-old': Math.round(claudeOld),
    'claude-new': Math.round(claudeNew),
    o200k,
    cl100k: Math.round(cl100k),
    unfamiliar: kind === 'unfamiliar' ? o200k : 0,
    script: kind === 'script' ? o200k : 0,
    rareScript: kind === 'rare-script' ? o200k : 0,
    isApproximate: false,
  };
}

function coefficientsOf(column: 0 | 1 | 2): Float64Array {
  return Float64Array.from(FEATURE_NAMES, (name) => COEFFICIENTS[name]?.[column] ?? 0);
}
