import { describe, expect, it } from 'vitest';
import { createTokenEstimator } from './estimator.ts';
import { roughCount } from './rough-count.ts';

const FAMILIES = ['claude-old', 'claude-new', 'o200k', 'cl100k'] as const;
const TEXTS = {
  English: 'Keep the tool definitions at the front, where they are cached with the system prompt.\n'.repeat(10),
  code: 'export function total(lines: readonly Line[]): number {\n  return lines.length;\n}\n\n'.repeat(10),
  Chinese: '人人生而自由，在尊严和权利上一律平等。'.repeat(10),
};

describe('roughCount', () => {
  it.each(FAMILIES)('TOKENS-10: %s: says that it is rough, and contains the better count', (family) => {
    const { count } = createTokenEstimator();
    for (const text of Object.values(TEXTS)) {
      const rough = roughCount(text, family);
      const { tokens } = count(text, family);
      expect(rough.method).toBe('rough');
      expect(rough.low).toBeLessThanOrEqual(tokens);
      expect(rough.high).toBeGreaterThanOrEqual(tokens);
    }
  });

  it('TOKENS-10: nothing has no tokens, anything has at least one', () => {
    expect(roughCount('', 'o200k')).toEqual({ tokens: 0, low: 0, high: 0, method: 'rough' });
    expect(roughCount('.', 'o200k').tokens).toBe(1);
  });
});
