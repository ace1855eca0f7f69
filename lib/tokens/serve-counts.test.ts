import { expect, it } from 'vitest';
import { type Counting, type CountScope, serveCounts } from './serve-counts.ts';
import { readAnswer, SHARED_ANSWER_BYTES } from './shared-answer.ts';
import type { TokenCount } from './token-count.ts';

const lengthCount = ({ length }: string): TokenCount => ({
  tokens: length,
  low: length,
  high: length,
  method: 'exact',
});

it('TOKEN-60: answers lie in the memory that an earlier request has named', async () => {
  const memory = new SharedArrayBuffer(SHARED_ANSWER_BYTES);
  const counting: Counting = { isReady: () => true, counts: async (texts) => texts.map(lengthCount) };
  let hear: Parameters<CountScope['addEventListener']>[1] = () => undefined;
  const told: string[] = [];
  const scope: CountScope = {
    postMessage: ({ type }) => told.push(type),
    addEventListener: (_, listener) => {
      hear = listener;
    },
  };
  serveCounts(scope, counting);
  hear({ data: { type: 'count', id: 1, family: 'o200k', texts: ['a'], memory } });
  hear({ data: { type: 'count', id: 2, family: 'o200k', texts: ['bb', 'c'] } });
  await new Promise((resolve) => setTimeout(resolve));
  expect(told.toSorted()).toEqual(['counts', 'counts', 'ready']);
  expect(readAnswer(memory, 2)).toEqual([lengthCount('bb'), lengthCount('c')]);
});
