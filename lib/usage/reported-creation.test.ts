import { describe, expect, it } from 'vitest';
import { reportedCreation } from './reported-creation.ts';

describe('reportedCreation', () => {
  it('USAGE-4: adds the classes that are named; naming none is unknown, not 0', () => {
    expect(reportedCreation({ cacheCreation5mTokens: 3, cacheCreation1hTokens: 4 })).toBe(7);
    expect(reportedCreation({ cacheCreationOtherTokens: 5 })).toBe(5);
    expect(reportedCreation({ cacheCreation5mTokens: 0 })).toBe(0);
    expect(reportedCreation({ inputTokens: 9, cacheReadTokens: 1 })).toBeUndefined();
  });
});
