import { BANDS } from './coefficients.gen.ts';
import type { TokenizerFamily } from './token-count.ts';
import type { Weight } from './weight.ts';

/** What a text is made of, as far as the error of its estimate goes. */
export const TEXT_KINDS = ['familiar', 'mixed', 'unfamiliar', 'script', 'rare-script'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** In long unbroken runs the count is approximate even in o200k; no run that was tried, up to 1 MB, is further off than this. */
const APPROXIMATE = 0.01;

/** The kind of a text, from the share of its o200k tokens in words and scripts the estimate is less sure of. */
export function textKind({ o200k, unfamiliar, script, rareScript }: Weight): TextKind {
  if (rareScript >= 0.2 * o200k) return 'rare-script';
  if (script + rareScript >= 0.3 * o200k) return 'script';
  const unsure = script + rareScript + unfamiliar;
  if (unsure >= 0.5 * o200k) return 'unfamiliar';
  return unsure >= 0.3 * o200k ? 'mixed' : 'familiar';
}

/** The relative error that nine in ten held-out texts of this kind and length stayed within; 0 where the count is exact. */
export function errorBand(weight: Weight, family: TokenizerFamily, isExact: boolean): number {
  if (isExact) return weight.isApproximate ? APPROXIMATE : 0;
  const { floors, noise } = BANDS[family === 'o200k' ? 'cl100k' : family];
  const floor = weight.isApproximate ? floors['rare-script'] : floors[textKind(weight)];
  const tokens = Math.max(1, weight[family] / 1000);
  return Math.sqrt(floor ** 2 + noise ** 2 / tokens);
}
