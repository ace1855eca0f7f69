import { describe, expect, it, vi } from 'vitest';
import { createChunkCache } from './chunk-cache.ts';

describe('createChunkCache', () => {
  it('TOKENS-4: computes a text once', () => {
    const compute = vi.fn((text: string) => text.length);
    const lengthOf = createChunkCache(compute, 100);
    expect([lengthOf('abc'), lengthOf('abc')]).toEqual([3, 3]);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it('TOKENS-4: forgets the text longest not asked for when it holds too many characters', () => {
    const compute = vi.fn((text: string) => text.length);
    const lengthOf = createChunkCache(compute, 10);
    for (const text of ['aaaa', 'bbbb', 'aaaa', 'cccc', 'aaaa']) lengthOf(text);
    expect(compute.mock.calls.flat()).toEqual(['aaaa', 'bbbb', 'cccc']);
    lengthOf('bbbb');
    expect(compute).toHaveBeenCalledTimes(4);
  });

  it('TOKENS-4: does not keep what is longer than half of all it may hold', () => {
    const compute = vi.fn((text: string) => text.length);
    const lengthOf = createChunkCache(compute, 3);
    lengthOf('aaaa');
    lengthOf('aaaa');
    expect(compute).toHaveBeenCalledTimes(2);
  });
});
