import { expect, it } from 'vitest';
import { describeProgress } from './describe-progress.ts';

const progress = { isCounting: true, done: 7, total: 25, waiting: undefined, failure: undefined };

it.each([
  [progress, 'Counting, 7 of 25 calls'],
  [{ ...progress, waiting: 17 }, 'Counting, 7 of 25 calls; the provider asks to wait for 17 s'],
  [{ ...progress, done: 0, total: 0 }, 'Counting …'],
])('TOKEN-47 %j is told as %s', (state, words) => expect(describeProgress(state)).toBe(words));
