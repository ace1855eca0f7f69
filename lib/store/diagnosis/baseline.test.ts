import { describe, expect, it } from 'vitest';
import { sampleRun } from '@/lib/store/run-sample.ts';
import { baseline } from './baseline.ts';

/** A run whose messages are of these roles. */
const run = (id: string, roles: string, change: Parameters<typeof sampleRun>[0] = {}) =>
  sampleRun({
    id,
    respondedAt: 1,
    request: {
      model: 'm',
      max_tokens: 1,
      messages: [...roles].map((role) => ({ role: role === 'a' ? 'assistant' : 'user', content: role })),
    },
    ...change,
  });

describe('what reads are measured against', () => {
  it('DIAG-2 is the answered request before it, to the same backend', () => {
    const { respondedAt: _, ...refused } = run('3', 'u');
    const runs = [run('1', 'u'), run('2', 'u', { backend: 'anthropic' }), refused, run('4', 'u')];
    expect(baseline(runs, run('4', 'u'))?.id).toBe('1');
    expect(baseline(runs, run('1', 'u'))).toBeUndefined();
  });

  it('DIAG-2 is nothing behind a clear, and the request after it is measured again', () => {
    const runs = [run('1', 'uau'), run('2', 'u'), run('3', 'uau')];
    expect(baseline(runs, runs[1] ?? run('', ''))).toBeUndefined();
    expect(baseline(runs, runs[2] ?? run('', ''))?.id).toBe('2');
  });

  it('DIAG-2 is nothing behind a compaction that took the place of turns; one that failed changes nothing', () => {
    const compaction = run('1', 'uauau', { compaction: { turns: 4, tokens: 900 } });
    expect(baseline([compaction, run('2', 'uau')], run('2', 'uau'))).toBeUndefined();
    expect(baseline([compaction, run('2', 'uauau')], run('2', 'uauau'))?.id).toBe('1');
  });
});
