import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percent, placed, type Scale, scaleOf, shareAt } from './place.ts';

const endsOf = (parts: readonly number[]): number[] => {
  let at = 0;
  return [0, ...parts.map((tokens) => (at += tokens)), at];
};
const parts = fc.array(fc.nat(50_000), { minLength: 1, maxLength: 40 });

describe('places on the bar', () => {
  it('UI-5 are shares of it, in whose proportion lies what is within a part', () => {
    const scale = scaleOf(endsOf([1, 2]));
    expect(placed(scale, 0)).toEqual({ left: '0%', width: '33.333%' });
    expect(placed(scale, 1)).toEqual({ left: '33.333%', width: '66.667%' });
    expect(placed(scale, 0, 1)).toEqual({ left: '0%', width: '100%' });
    expect([0, 1, 2, 3, 4].map((tokens) => percent(shareAt(tokens, scale)))).toEqual([
      '0%',
      '33.333%',
      '66.667%',
      '100%',
      '100%',
    ]);
    expect(placed(scaleOf(endsOf([])), 0)).toEqual({ left: '0%', width: '0%' });
  });

  it('UI-5 a token more moves nothing, until something is off by a pixel of 1,440; then all of it is in its place again', () => {
    const first = scaleOf(endsOf([8000, 400, 23_600]));
    let scale = first;
    const moved: number[] = [];
    for (let more = 1; more <= 60; more += 1) {
      const next = scaleOf(endsOf([8000, 400 + more, 23_600]), scale);
      if (next.shares !== scale.shares) moved.push(more);
      scale = next;
    }
    expect(moved).toEqual([31]);
    expect(shareAt(8000, scale)).toBeCloseTo(8000 / 32_031, 10);
  });

  it('UI-5 parts side by side fill the bar, each less than a pixel of 1,440 from its place, whatever was drawn before', () => {
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(40)), (requests, letters) => {
        let last: Scale | undefined;
        for (const request of requests) {
          for (const more of [0, ...letters]) {
            const ends = endsOf(request.with(0, (request[0] ?? 0) + more));
            const total = Math.max(1, ends.at(-1) ?? 0);
            const scale = scaleOf(ends, last);
            for (const [index, end] of ends.entries()) {
              const share = scale.shares[index] ?? Number.NaN;
              expect(Math.abs(share - end / total)).toBeLessThanOrEqual(1 / 1440);
              expect(share).toBeGreaterThanOrEqual(scale.shares[index - 1] ?? 0);
            }
            expect(shareAt(ends.at(-1) ?? 0, scale)).toBeCloseTo(ends.at(-1) ? 1 : 0, 10);
            last = scale;
          }
        }
      }),
    );
  });
});
