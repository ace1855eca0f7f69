import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, SHARED_ANSWER_BYTES, writeAnswer } from './shared-answer.ts';
import type { TokenCount } from './token-count.ts';

const memory = () => new SharedArrayBuffer(SHARED_ANSWER_BYTES);
const count: fc.Arbitrary<TokenCount> = fc.record({
  tokens: fc.nat(),
  low: fc.nat(),
  high: fc.nat(),
  method: fc.constantFrom('exact', 'estimate', 'rough'),
});

describe('an answer in shared memory', () => {
  it('TOKEN-60 is read as it was written, by its own id only', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 64 }), fc.integer({ min: 1, max: 2 ** 31 - 2 }), (counts, id) => {
        const shared = memory();
        expect(readAnswer(shared, id)).toBeUndefined();
        writeAnswer(shared, id, counts);
        expect(readAnswer(shared, id)).toEqual(counts);
        expect(readAnswer(shared, id + 1)).toBeUndefined();
      }),
    );
  });

  it('TOKEN-60 gives way to the next one, and a long one is not there at all', () => {
    const shared = memory();
    const one: TokenCount = { tokens: 1, low: 1, high: 1, method: 'exact' };
    writeAnswer(shared, 1, [one]);
    writeAnswer(shared, 2, [one, one]);
    expect(readAnswer(shared, 1)).toBeUndefined();
    expect(readAnswer(shared, 2)).toHaveLength(2);
    writeAnswer(
      shared,
      3,
      Array.from({ length: 65 }, () => one),
    );
    expect(readAnswer(shared, 3)).toBeUndefined();
  });
});
