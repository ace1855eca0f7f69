import { describe, expect, it } from 'vitest';
import type { CacheEntry } from '@/lib/cache/messages-policy.ts';
import type { Run } from './run.ts';
import { sampleRun } from './run-sample.ts';
import { sessionCache } from './session-cache.ts';

const entry = (key: string, startedAt: number): CacheEntry => ({ key, ttl: '5m', startedAt, readableAt: startedAt });

/** A request sent at a time, answered 10 ms later, that wrote and refreshed these keys. */
function run(sentAt: number, created: string[], refreshed: string[] = [], change: Partial<Run> = {}): Run {
  const { prediction } = sampleRun();
  const entries = (keys: string[]) => keys.map((key) => entry(key, sentAt));
  const outcome = { ...prediction, created: entries(created), refreshed: entries(refreshed) };
  return sampleRun({ sentAt, respondedAt: sentAt + 10, prediction: outcome, ...change });
}
const keys = (runs: readonly Run[], backend = 'emulator') => [...sessionCache(runs, backend).keys()];

describe("the session's cache", () => {
  it('RUN-6 holds what answered requests wrote, readable from the answer on', () => {
    const cache = sessionCache([run(0, ['a']), run(1000, ['b'], ['a'])], 'emulator');
    expect(cache.get('a')).toMatchObject({ startedAt: 1000 });
    expect(cache.get('b')).toMatchObject({ startedAt: 1000, readableAt: 1010 });
  });

  it('RUN-6 holds nothing of a request that was never answered, not even that it read', () => {
    const { respondedAt: _, ...refused } = run(1000, ['b'], ['a']);
    const cache = sessionCache([run(0, ['a']), refused], 'emulator');
    expect([...cache.values()]).toEqual([{ ...entry('a', 0), readableAt: 10 }]);
  });

  it('RUN-6 is each backend’s own', () => {
    const runs = [run(0, ['a']), run(0, ['b'], [], { backend: 'anthropic' })];
    expect(keys(runs)).toEqual(['a']);
    expect(keys(runs, 'anthropic')).toEqual(['b']);
  });

  it('RUN-6 drops what had run out when the next request was sent', () => {
    expect(keys([run(0, ['a']), run(300_000, ['b'])])).toEqual(['b']);
    expect(keys([run(0, ['a']), run(299_999, ['b'])])).toEqual(['a', 'b']);
  });
});
