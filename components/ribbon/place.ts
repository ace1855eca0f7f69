/** The bar is drawn on a grid this fine (0.7 px on 1,440): a letter more seldom moves anything, and then nothing is laid out anew. */
const STEPS = 2000;

/** The step of the grid at which a number of tokens ends. */
export const stepAt = (tokens: number, total: number): number => Math.round((tokens / total) * STEPS);

/** A number of steps as a CSS percentage of the bar, or of a stretch of it. */
export const percent = (steps: number, of: number = STEPS): string =>
  of === 0 ? '0%' : `${((steps / of) * 100).toFixed(4)}%`;
