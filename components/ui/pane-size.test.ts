import { describe, expect, it } from 'vitest';
import { clampSize, sizeForKey } from './pane-size.ts';

const limits = { min: 240, max: 600 };

describe('pane size', () => {
  it('stays within its limits, in whole pixels', () => {
    expect(clampSize(10, limits)).toBe(240);
    expect(clampSize(900, limits)).toBe(600);
    expect(clampSize(300.4, limits)).toBe(300);
  });
  it('follows the line: right widens the pane left of it and narrows the pane right of it', () => {
    expect(sizeForKey('ArrowRight', false, 300, 1, limits)).toBe(316);
    expect(sizeForKey('ArrowRight', false, 300, -1, limits)).toBe(284);
    expect(sizeForKey('ArrowLeft', true, 400, 1, limits)).toBe(336);
    expect(sizeForKey('ArrowLeft', true, 250, 1, limits)).toBe(240);
  });
  it('goes to both ends and leaves other keys alone', () => {
    expect(sizeForKey('Home', false, 300, 1, limits)).toBe(240);
    expect(sizeForKey('End', false, 300, -1, limits)).toBe(600);
    expect(sizeForKey('Tab', false, 300, 1, limits)).toBeUndefined();
  });
});
