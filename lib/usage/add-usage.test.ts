import { describe, expect, it } from 'vitest';
import { addUsage, NO_USAGE, reportedTotalInput, sumUsage } from './add-usage.ts';
import { settleCreation } from './settle-creation.ts';

const anthropic = {
  inputTokens: 21,
  cacheReadTokens: 1_800,
  cacheCreation5mTokens: 148,
  cacheCreation1hTokens: 100,
  outputTokens: 5,
  raw: { input_tokens: 21 },
};
const openai = { inputTokens: 7, cacheReadTokens: 0, cacheCreationOtherTokens: 30, outputTokens: 1 };
const ollama = { outputTokens: 9 };

describe('addUsage', () => {
  it('USAGE-1 adds field by field and drops raw', () => {
    expect(addUsage(anthropic, openai)).toEqual({
      inputTokens: 28,
      cacheReadTokens: 1_800,
      cacheCreation5mTokens: 148,
      cacheCreation1hTokens: 100,
      cacheCreationOtherTokens: 30,
      outputTokens: 6,
    });
  });

  it('USAGE-1 keeps the unknown in sight', () => {
    expect(sumUsage([anthropic, ollama, openai])).toEqual({ outputTokens: 15 });
  });

  it('USAGE-1 sums nothing to a known nothing', () => {
    expect(sumUsage([])).toEqual(NO_USAGE);
    expect(NO_USAGE.cacheCreationOtherTokens).toBe(0);
  });
});

describe('settleCreation', () => {
  it('USAGE-2 leaves no other creation beside a whole split', () => {
    expect(settleCreation(anthropic)).toEqual({ ...anthropic, cacheCreationOtherTokens: 0 });
  });

  it('USAGE-2 leaves no split beside creation of unknown TTL', () => {
    expect(settleCreation(openai)).toEqual({ ...openai, cacheCreation5mTokens: 0, cacheCreation1hTokens: 0 });
    const mixed = { cacheCreation5mTokens: 3, cacheCreationOtherTokens: 2 };
    expect(settleCreation(mixed)).toEqual({ ...mixed, cacheCreation1hTokens: 0 });
  });

  it('USAGE-2 does not settle what was not reported', () => {
    expect(settleCreation(ollama)).toEqual(ollama);
    expect(settleCreation({ cacheCreation5mTokens: 3 })).toEqual({ cacheCreation5mTokens: 3 });
  });
});

describe('reportedTotalInput', () => {
  it('USAGE-3 is known only when each part is', () => {
    expect(reportedTotalInput(anthropic)).toBe(2_069);
    expect(reportedTotalInput(openai)).toBe(37);
    expect(reportedTotalInput(ollama)).toBeUndefined();
    expect(reportedTotalInput({ inputTokens: 5, cacheReadTokens: 0 })).toBeUndefined();
  });
});
