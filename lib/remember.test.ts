import { describe, expect, it, vi } from 'vitest';
import { rememberEach, rememberLast } from './remember.ts';

describe('what is remembered', () => {
  it('is the last answer, for the same arguments by identity', () => {
    const compute = vi.fn((list: readonly number[], by: number) => list.map((each) => each * by));
    const scaled = rememberLast(compute);
    const list = [1, 2];
    const first = scaled(list, 2);
    expect(scaled(list, 2)).toBe(first);
    expect(compute).toHaveBeenCalledTimes(1);
    expect(scaled([1, 2], 2)).not.toBe(first);
    expect(scaled(list, 3)).toEqual([3, 6]);
    expect(scaled(list, 2)).toEqual([2, 4]);
    expect(compute).toHaveBeenCalledTimes(4);
  });

  it('tells an argument that is missing from one that is undefined', () => {
    const count = rememberLast((...given: readonly unknown[]) => given.length);
    expect([count(), count(undefined), count()]).toEqual([0, 1, 0]);
  });

  it('is the answer of each object, an undefined one as well', () => {
    const compute = vi.fn((given: { readonly name?: string }) => given.name);
    const name = rememberEach(compute);
    const [named, nameless] = [{ name: 'a' }, {}];
    expect([name(named), name(nameless), name(named), name(nameless)]).toEqual(['a', undefined, 'a', undefined]);
    expect(compute).toHaveBeenCalledTimes(2);
  });
});
