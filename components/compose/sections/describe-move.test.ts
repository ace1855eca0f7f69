import { describe, expect, it } from 'vitest';
import { describeCarry, describeMove, describePlace } from './describe-move.ts';
import type { VisibleRow } from './visible-rows.ts';

const rows: VisibleRow[] = ['Intro', 'System', 'Cache boundary', 'Memory', 'Voice'].map((title, at) => ({
  key: title === 'Cache boundary' ? 'boundary' : title,
  at,
  title,
  id: title === 'Cache boundary' ? undefined : title,
}));

describe('moves in words', () => {
  it('say position and region, the boundary not counted', () => {
    expect(describePlace(rows, 1)).toBe('position 2 of 4, static region');
    expect(describePlace(rows, 3)).toBe('position 3 of 4, dynamic region');
    expect(describePlace(rows, 2)).toBe('2 of 4 sections in front, 2 behind');
  });

  it('within a region', () => {
    expect(describeMove(rows, 0, 1)).toBe('Intro moved to position 2 of 4, static region.');
    expect(describeCarry(rows, 4, 3)).toBe('Voice: position 3 of 4, dynamic region.');
  });

  it('across the boundary, which is said', () => {
    expect(describeMove(rows, 1, 2)).toBe('System moved across the cache boundary to position 2 of 4, dynamic region.');
    expect(describeMove(rows, 4, 2)).toBe('Voice moved across the cache boundary to position 3 of 4, static region.');
    expect(describeCarry(rows, 0, 4)).toBe('Intro: across the cache boundary, position 4 of 4, dynamic region.');
  });

  it('of the boundary itself', () => {
    expect(describeMove(rows, 2, 1)).toBe('Cache boundary moved: 1 of 4 sections in front, 3 behind.');
    expect(describeMove(rows, 2, 4)).toBe('Cache boundary moved: 4 of 4 sections in front, 0 behind.');
  });

  it('that lead nowhere', () => {
    expect(describeMove(rows, 1, 1)).toBe('System stays: position 2 of 4, static region.');
    expect(describeMove(rows, 9, 1)).toBe('');
  });
});
