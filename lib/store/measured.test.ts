import { describe, expect, it } from 'vitest';
import { measured } from './measured.ts';
import { inputUsage, sampleRun } from './run-sample.ts';

const run = (took: number, more: Parameters<typeof sampleRun>[0] = {}) => {
  const { sentAt } = sampleRun();
  return sampleRun({ status: 'done', firstTokenAt: sentAt + took, endedAt: sentAt + took + 1_000, ...more });
};

describe('what was measured of a request', () => {
  it('BACK-46: time to the first token, what was computed until then, and what was written after', () => {
    const reported = { inputTokens: 400, cacheReadTokens: 4_000, totalInputTokens: 4_400, outputTokens: 101 };
    expect(measured(run(200, { reported }), [])).toEqual({ firstTokenAfter: 200, prefillRate: 2_000, outputRate: 100 });
  });

  it('BACK-46: no rate of what is not reported, or too little to tell; nothing without an answer', () => {
    expect(measured(run(200), [])).toEqual({ firstTokenAfter: 200 });
    const little = { inputTokens: 3, cacheReadTokens: 4_000, totalInputTokens: 4_003, outputTokens: 1 };
    expect(measured(run(200, { reported: little }), [])).toEqual({ firstTokenAfter: 200 });
    expect(measured(sampleRun({ status: 'failed' }), [])).toBeUndefined();
  });

  it('BACK-48: for a server that reports no reads, the pace of a cold request tells what was read', () => {
    const reported = { totalInputTokens: 4_000, outputTokens: 1 };
    const cold = run(2_000, { number: 1, reported });
    const warm = run(100, {
      number: 2,
      reported,
      prediction: { ...cold.prediction, usage: inputUsage({ cacheReadTokens: 9 }) },
    });
    const later = { ...cold, number: 3 };
    for (const log of [[cold], [cold, warm], [cold, warm, later]])
      expect(measured(warm, log)?.inferred).toEqual({ readTokens: 3_800, basedOn: 1 });
    expect(measured(warm, [warm, later])?.inferred).toBeUndefined();
    expect(measured(run(9_000, { number: 2, reported }), [cold])?.inferred?.readTokens).toBe(0);
    expect(measured(warm, [])?.inferred).toBeUndefined();
    expect(measured(warm, [warm])?.inferred).toBeUndefined();
    expect(measured(warm, [{ ...cold, model: 'another' }])?.inferred).toBeUndefined();
    const told = { ...reported, inputTokens: 4_000, cacheReadTokens: 0 };
    expect(measured({ ...warm, reported: told }, [cold])?.inferred).toBeUndefined();
  });

  it('BACK-48: where nothing is predicted, the first request of the model there is the cold one', () => {
    const prediction = { ...run(1).prediction, usage: inputUsage(), isUnknown: true as const };
    const reported = { totalInputTokens: 4_000, outputTokens: 1 };
    const [first, second, third] = [2_000, 100, 100].map((took, at) =>
      run(took, { id: `r${at}`, number: at + 1, reported, prediction }),
    );
    if (!first || !second || !third) throw new Error('There are three.');
    expect(measured(third, [first, second, third])?.inferred).toEqual({ readTokens: 3_800, basedOn: 1 });
  });
});
