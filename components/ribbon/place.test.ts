import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percent, placed, stepAt } from './place.ts';

describe('places on the bar', () => {
  it('UI-5 are shares of it, on a grid of 2,000 steps', () => {
    expect(percent(stepAt(1, 3))).toBe('33.35%');
    expect(percent(stepAt(3, 3))).toBe('100%');
    expect(placed(1, 1, 3)).toEqual({ left: '33.35%', width: '33.3%' });
    expect(placed(0, 0, 3)).toEqual({ left: '0%', width: '0%' });
  });

  it('UI-5 a token more moves the ends that come to lie on another step, and no other stretch', () => {
    const [total, start, tokens] = [32_000, 8000, 400];
    expect(placed(start, tokens, total + 1)).toEqual(placed(start, tokens, total));
    expect(placed(start, tokens + 16, total)).not.toEqual(placed(start, tokens, total));
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
