export type PaneSizes = { start: number; end: number };
export type PaneLimits = { min: number; max: number };

export const PANE_LIMITS: Record<keyof PaneSizes, PaneLimits> = {
  start: { min: 240, max: 600 },
  end: { min: 280, max: 680 },
};

const STEP = 16;
const LEAP = 64;

/** A pane's width within its limits, in whole pixels. */
export function clampSize(size: number, { min, max }: PaneLimits): number {
  return Math.round(Math.max(min, Math.min(size, max)));
}

/**
 * The width a key asks for: arrows move the line, by more with Shift; Home and End go to the narrowest and the widest.
 * `grows` is 1 for a pane left of its line, -1 for one right of it. `undefined`: not a key that resizes.
 */
export function sizeForKey(key: string, leap: boolean, size: number, grows: 1 | -1, limits: PaneLimits) {
  if (key === 'Home') return limits.min;
  if (key === 'End') return limits.max;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const direction = key === 'ArrowRight' ? grows : -grows;
  return clampSize(size + direction * (leap ? LEAP : STEP), limits);
}
