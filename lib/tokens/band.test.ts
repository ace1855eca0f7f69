import { describe, expect, it } from 'vitest';
import { errorBand, textKind } from './band.ts';
import { BANDS } from './coefficients.gen.ts';
import { NO_WEIGHT } from './weight.ts';

const of = (parts: object) => ({ ...NO_WEIGHT, o200k: 1_000_000, 'claude-new': 1_500_000, ...parts });

describe('textKind', () => {
  it.each([
    [{ unfamiliar: 250_000 }, 'familiar'],
    [{ unfamiliar: 300_000 }, 'mixed'],
    [{ unfamiliar: 350_000, script: 150_000 }, 'unfamiliar'],
    [{ script: 300_000 }, 'script'],
    [{ script: 500_000, rareScript: 200_000 }, 'rare-script'],
  ])('TOKENS-8: %j of a thousand tokens is %s', (parts, kind) => expect(textKind(of(parts))).toBe(kind));
});

describe('errorBand', () => {
  it('TOKENS-8: is the floor of its kind on a long text, and wider on a short one', () => {
    const floor = BANDS['claude-new'].floors.familiar;
    expect(errorBand(of({ 'claude-new': 1e12 }), 'claude-new', false)).toBeCloseTo(floor, 4);
    expect(errorBand(of({ 'claude-new': 10_000 }), 'claude-new', false)).toBeGreaterThan(2 * floor);
  });

  it('TOKENS-8: is widest where the run was too long to be counted whole', () => {
    const band = errorBand(of({ isApproximate: true, 'claude-new': 1e12 }), 'claude-new', false);
    expect(band).toBeCloseTo(BANDS['claude-new'].floors['rare-script'], 4);
  });

  it('TOKENS-2: is nothing for an exact count, one per cent where a long run made it approximate', () => {
    expect(errorBand(of({}), 'o200k', true)).toBe(0);
    expect(errorBand(of({ isApproximate: true }), 'o200k', true)).toBe(0.01);
  });
});
