import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percent, stepAt } from './place.ts';

describe('places on the bar', () => {
  it('UI-5 are shares of it, on a grid of 2,000 steps', () => {
    expect(percent(stepAt(1, 3))).toBe('33.3500%');
    expect(percent(stepAt(3, 3))).toBe('100.0000%');
    expect(percent(1, 3)).toBe('33.3333%');
    expect(percent(0, 0)).toBe('0%');
  });

  it('UI-5 stretches side by side fill the bar, however they are rounded', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50_000), { minLength: 1 }), (parts) => {
        const total = Math.max(
          1,
          parts.reduce((sum, each) => sum + each, 0),
        );
        let [at, steps] = [0, 0];
        for (const part of parts) {
          const width = stepAt(at + part, total) - stepAt(at, total);
          expect(width).toBeGreaterThanOrEqual(0);
          at += part;
          steps += width;
        }
        expect(steps).toBe(stepAt(at, total));
      }),
    );
  });
});
