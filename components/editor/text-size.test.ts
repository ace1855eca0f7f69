import { describe, expect, it } from 'vitest';
import { drawableLines, isLong } from './text-size.ts';

describe('drawableLines', () => {
  it('are the lines of a text of a usual size', () => {
    expect(drawableLines('a\n\nb\n')).toEqual(['a', '', 'b', '']);
    expect(drawableLines('')).toEqual(['']);
  });

  it('are none of a text that is long or has very many lines', () => {
    expect(drawableLines('x'.repeat(200_000))).toHaveLength(1);
    expect(drawableLines('x'.repeat(200_001))).toBeUndefined();
    expect(drawableLines('\n'.repeat(2_999))).toHaveLength(3_000);
    expect(drawableLines('\n'.repeat(3_000))).toBeUndefined();
    expect(isLong(200_001)).toBe(true);
  });
});
