import { describe, expect, it } from 'vitest';
import type { Failure } from '@/lib/errors.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { askAll } from './ask-all.ts';

const limit = (retryAfterSeconds?: number): Failure => ({
  code: 'backend-rate-limited',
  message: 'Too many.',
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
});
const broken: Failure = { code: 'backend-failed', message: 'It failed.' };

/** Asks 1 to `count`; each question is answered by ten times itself unless `reply` says otherwise. */
function start(count: number, reply: (question: number, time: number) => Result<number> | undefined = () => undefined) {
  const stop = new AbortController();
  const asked: number[] = [];
  const waited: number[] = [];
  const seconds: (number | undefined)[] = [];
  const answers = new Map<number, number>();
  let underWay = 0;
  let most = 0;
  const done = askAll(
    Array.from({ length: count }, (_, index) => index + 1),
    {
      signal: stop.signal,
      ask: async (question) => {
        asked.push(question);
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 0));
        underWay -= 1;
        return reply(question, asked.filter((each) => each === question).length) ?? success(question * 10);
      },
      onAnswer: (question, answer) => answers.set(question, answer),
      onWait: (each) => seconds.push(each),
      wait: async (milliseconds) => {
        waited.push(milliseconds);
        await new Promise((resolve) => setTimeout(resolve, 5));
      },
    },
  );
  return { done, stop, asked, waited, seconds, answers, most: () => most };
}

describe('asking many questions', () => {
  it('TOKEN-45 asks all, in order, two at most at a time', async () => {
    const { done, asked, answers, most } = start(7);
    expect(await done).toBeUndefined();
    expect(asked).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most()).toBe(2);
    expect(answers.get(7)).toBe(70);
  });

  it('TOKEN-46 waits as long as a rate limit says, asks the same again and goes on', async () => {
    const refuse = (question: number, time: number) => (question === 3 && time === 1 ? failed(limit(17)) : undefined);
    const { done, asked, waited, seconds, answers } = start(5, refuse);
    expect(await done).toBeUndefined();
    expect(waited).toEqual([17_000]);
    expect(seconds).toEqual([17, undefined]);
    expect(asked.filter((each) => each === 3)).toHaveLength(2);
    expect(answers.size).toBe(5);
  });

  it('TOKEN-46 waits 10 s where no time is said, and once when both calls are refused', async () => {
    const { done, waited, answers } = start(14, (_, time) => (time === 1 ? failed(limit()) : undefined));
    expect(await done).toBeUndefined();
    expect(waited).toEqual(Array.from({ length: 7 }, () => 10_000));
    expect(answers.size).toBe(14);
  });

  it('TOKEN-46 gives up at the sixth refusal in a row, and when it would have to wait for more than 5 minutes', async () => {
    const stubborn = start(2, () => failed(limit(1)));
    expect(await stubborn.done).toEqual(limit(1));
    expect(stubborn.waited).toHaveLength(5);
    const long = start(2, () => failed(limit(301)));
    expect(await long.done).toEqual(limit(301));
    expect(long.waited).toEqual([]);
  });

  it('TOKEN-45 ends at any other failure, and says which', async () => {
    const { done, asked, answers } = start(9, (question) => (question === 3 ? failed(broken) : undefined));
    expect(await done).toBe(broken);
    expect(asked.length).toBeLessThanOrEqual(5);
    expect(answers.has(2)).toBe(true);
  });

  it('TOKEN-45 stops when told, which is no failure', async () => {
    const { done, stop, answers } = start(9, (question) => {
      if (question === 4) stop.abort();
      return undefined;
    });
    expect(await done).toBeUndefined();
    expect(answers.size).toBeLessThan(5);
  });
});
