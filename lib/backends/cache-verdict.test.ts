import { describe, expect, it } from 'vitest';
import type { Message } from '@/lib/request/wire.ts';
import { cacheVerdict } from './cache-verdict.ts';

const verdicts = (diagnostics?: Message['diagnostics']) => [
  ...cacheVerdict((diagnostics === undefined ? {} : { diagnostics }) as Pick<Message, 'diagnostics'>),
];

describe('the verdict of the provider', () => {
  it('DIAG-14 is its reason by its name with its estimate, or that it found none, or has not yet compared', () => {
    expect(verdicts()).toEqual([]);
    expect(verdicts(null)).toEqual([{ type: 'cache-verdict', verdict: { type: 'same' } }]);
    expect(verdicts({ cache_miss_reason: null })).toEqual([{ type: 'cache-verdict', verdict: { type: 'pending' } }]);
    const changed = { type: 'system_changed', cache_missed_input_tokens: 41_850 } as const;
    expect(verdicts({ cache_miss_reason: changed })).toEqual([
      { type: 'cache-verdict', verdict: { type: 'system_changed', missedTokens: 41_850 } },
    ]);
    expect(verdicts({ cache_miss_reason: { type: 'unavailable' } })).toEqual([
      { type: 'cache-verdict', verdict: { type: 'unavailable' } },
    ]);
  });
});
