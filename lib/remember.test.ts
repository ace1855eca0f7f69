import { describe, expect, it, vi } from 'vitest';
import { rememberEach, rememberLast, rememberPair } from './remember.ts';

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

  it('is the answer of a thing beside the same second one; beside another it is made anew', () => {
    const asked: string[] = [];
    const pair = rememberPair((left: { name: string }, right: { name: string }) => {
      asked.push(left.name + right.name);
      return `${left.name} and ${right.name}`;
    });
    const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
    expect([pair(a, c), pair(b, c), pair(a, c), pair(b, c)]).toEqual(['a and c', 'b and c', 'a and c', 'b and c']);
    expect(asked).toEqual(['ac', 'bc']);
    expect([pair(a, b), pair(a, c)]).toEqual(['a and b', 'a and c']);
  });

  it('is the answer of a pair, an undefined one as well', () => {
    let times = 0;
    const nothing = rememberPair<object, object, undefined>(() => {
      times += 1;
      return undefined;
    });
    const [left, right] = [{}, {}];
    expect([nothing(left, right), nothing(left, right), times]).toEqual([undefined, undefined, 1]);
  });
});
