import { describe, expect, it } from 'vitest';
import { predictedUsage, usageRows } from './usage-rows.ts';

const labels = (...usages: Parameters<typeof usageRows>) => usageRows(...usages).map(({ label }) => label);
const ALWAYS = ['Cache read', 'Cache creation 5m', 'Cache creation 1h', 'Uncached input', 'Output'];

describe('the rows of the usage table', () => {
  it('POLICY-18: nothing stands under predicted where it is not known how a backend caches', () => {
    const usage = { inputTokens: 3, cacheReadTokens: 4, cacheCreation5mTokens: 0, cacheCreation1hTokens: 0 };
    expect(predictedUsage({ usage })).toBe(usage);
    const rows = usageRows(predictedUsage({ usage, isUnknown: true }), { inputTokens: 7 });
    expect(rows.map(({ predicted }) => predicted)).toEqual(ALWAYS.map(() => undefined));
  });

  it('BACK-33: creation of another lifetime, and a whole prompt that is not split, have rows where there are any', () => {
    expect(labels({ cacheCreationOtherTokens: 0 }, { cacheReadTokens: 1 })).toEqual(ALWAYS);
    expect(labels(undefined, { cacheCreationOtherTokens: 9 })).toEqual(ALWAYS.toSpliced(3, 0, 'Cache creation, other'));
    const predicted = { inputTokens: 3, cacheReadTokens: 4, cacheCreation5mTokens: 0, cacheCreation1hTokens: 0 };
    expect(usageRows(predicted, { totalInputTokens: 8, outputTokens: 1 })).toContainEqual({
      label: 'Whole prompt',
      predicted: 7,
      reported: 8,
    });
    expect(labels(predicted, { totalInputTokens: 8, inputTokens: 8 })).toEqual(ALWAYS);
  });
});
