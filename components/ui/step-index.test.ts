import { describe, expect, it } from 'vitest';
import { stepIndex } from './step-index.ts';

describe('stepIndex', () => {
  it('steps and wraps at both ends', () => {
    expect(stepIndex('ArrowRight', 0, 3)).toBe(1);
    expect(stepIndex('ArrowRight', 2, 3)).toBe(0);
    expect(stepIndex('ArrowLeft', 0, 3)).toBe(2);
  });
  it('jumps to the ends', () => {
    expect(stepIndex('Home', 2, 3)).toBe(0);
    expect(stepIndex('End', 0, 3)).toBe(2);
  });
  it('leaves other keys and empty rings alone', () => {
    expect(stepIndex('Enter', 1, 3)).toBeUndefined();
    expect(stepIndex('ArrowRight', 0, 0)).toBeUndefined();
  });
});
