import { describe, expect, it } from 'vitest';
import { describeEffect } from './describe-effect.ts';

describe('what a flag adds, in words', () => {
  it.each([
    [undefined, '…'],
    [0, '±0'],
    [1234, '+1,234'],
    [-12_345, '−12,345'],
  ])('%s: %s', (tokens, short) => expect(describeEffect(tokens).short).toBe(short));

  it('says that it is about this request, and by estimate', () => {
    expect(describeEffect(-1).long).toBe('Takes away about 1 token while on, everything else as it is');
    expect(describeEffect(20).long).toContain('Adds about 20 tokens');
  });
});
