import { expect, it } from 'vitest';
import { knownForPairs } from './known-for-pairs.ts';

it('answers from memory while a thing is asked about with the same second one, and anew with another', () => {
  const asked: string[] = [];
  const pair = knownForPairs((left: { name: string }, right: { name: string }) => {
    asked.push(left.name + right.name);
    return `${left.name} and ${right.name}`;
  });
  const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
  expect([pair(a, c), pair(b, c), pair(a, c), pair(b, c)]).toEqual(['a and c', 'b and c', 'a and c', 'b and c']);
  expect(asked).toEqual(['ac', 'bc']);
  expect([pair(a, b), pair(a, c)]).toEqual(['a and b', 'a and c']);
});

it('remembers an answer that is undefined', () => {
  let times = 0;
  const nothing = knownForPairs<object, object, undefined>(() => {
    times += 1;
    return undefined;
  });
  const [left, right] = [{}, {}];
  expect([nothing(left, right), nothing(left, right), times]).toEqual([undefined, undefined, 1]);
});
