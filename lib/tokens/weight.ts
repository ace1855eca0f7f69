import type { TokenizerFamily } from './token-count.ts';

/**
 * What a text weighs, in thousandths of a token: whole numbers, so that a sum is the same in any order. `unfamiliar`, `script`
 * and `rareScript` are the o200k tokens in words and scripts the estimate is less sure of; `isApproximate`: not exact even in o200k.
 */
export interface Weight extends Readonly<Record<TokenizerFamily, number>> {
  readonly unfamiliar: number;
  readonly script: number;
  readonly rareScript: number;
  readonly isApproximate: boolean;
}

export const NO_WEIGHT: Weight = {
  'claude-old': 0,
  'claude-new': 0,
  o200k: 0,
  cl100k: 0,
  unfamiliar: 0,
  script: 0,
  rareScript: 0,
  isApproximate: false,
};

/** Adds weights up, each as many times as said; the parts of a weight stay whole numbers. */
export function createTally(): { add(weight: Weight, times?: number): void; sum(): Weight } {
  let claudeOld = 0;
  let claudeNew = 0;
  let o200k = 0;
  let cl100k = 0;
  let unfamiliar = 0;
  let script = 0;
  let rareScript = 0;
  let isApproximate = false;
  return {
    add: (weight, times = 1) => {
      claudeOld += Math.round(weight['claude-old'] * times);
      claudeNew += Math.round(weight['claude-new'] * times);
      o200k += Math.round(weight.o200k * times);
      cl100k += Math.round(weight.cl100k * times);
      unfamiliar += Math.round(weight.unfamiliar * times);
      script += Math.round(weight.script * times);
      rareScript += Math.round(weight.rareScript * times);
      isApproximate ||= weight.isApproximate;
    },
    sum: () => ({
      'claude-old': claudeOld,
      'claude-new': claudeNew,
      o200k,
      cl100k,
      unfamiliar,
      script,
      rareScript,
      isApproximate,
    }),
  };
}
