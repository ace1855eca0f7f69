/** The bar is drawn on a grid this fine (0.7 px on 1,440): a letter more seldom moves anything, and then nothing is laid out anew. */
const STEPS = 2000;

/** The step of the grid at which a number of tokens ends. */
export const stepAt = (tokens: number, total: number): number => Math.round((tokens / total) * STEPS);

/** A number of steps as a CSS percentage of the bar. */
export const percent = (steps: number): string => `${steps / (STEPS / 100)}%`;

/** Where so many tokens from `start` on lie on the bar, as CSS. */
export function placed(
  start: number,
  tokens: number,
  total: number,
): { readonly left: string; readonly width: string } {
  const from = stepAt(start, total);
  return { left: percent(from), width: percent(stepAt(start + tokens, total) - from) };
}
