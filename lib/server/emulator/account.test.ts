import { expect, it } from 'vitest';
import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import { account } from './account.ts';

const outcome = (inputTokens: number): CacheOutcome => ({
  usage: { inputTokens, cacheReadTokens: 2000, cacheCreation5mTokens: 0, cacheCreation1hTokens: 0 },
  hit: undefined,
  blocks: [],
  created: [],
  refreshed: [],
});

it('EMU-12: the account counts plain input only where there is some', () => {
  expect(account(outcome(0))).toContain('none of it is plain input');
  expect(account(outcome(1))).toContain('The other 1 token is plain input');
  expect(account(outcome(2))).toContain('The other 2 tokens are plain input');
});
