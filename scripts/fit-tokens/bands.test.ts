import { describe, expect, it } from 'vitest';
import { coverage, fitBands, type HeldOut } from './bands.ts';

const texts = (kind: HeldOut['kind'], tokens: number, errors: readonly number[]): HeldOut[] =>
  errors.map((error) => ({ kind, tokens, error }));
const spread = Array.from({ length: 100 }, (_, index) => (index - 50) / 1000);

describe('fitBands', () => {
  const heldOut = [
    ...texts('familiar', 1000, spread),
    ...texts('mixed', 1000, spread),
    ...texts('unfamiliar', 1000, spread),
    ...texts('script', 1000, spread),
    ...texts(
      'familiar',
      50,
      spread.map((error) => 3 * error),
    ),
  ];

  it('TOKENS-8: nine in ten texts stay within, long ones and short ones', () => {
    const bands = fitBands(heldOut);
    expect(bands.floors.familiar).toBeCloseTo(0.045, 2);
    expect(coverage(heldOut.slice(0, 100), bands)).toBeGreaterThanOrEqual(0.9);
    expect(coverage(heldOut.slice(400), bands)).toBeGreaterThanOrEqual(0.88);
  });

  it('TOKENS-8: a script of one text has twice the band of the others', () => {
    const { floors } = fitBands(heldOut);
    expect(floors['rare-script']).toBe(2 * floors.script);
  });
});
