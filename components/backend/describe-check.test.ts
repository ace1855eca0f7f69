import { describe, expect, it } from 'vitest';
import { type CheckLine, failedCheck, passed, skipped } from '@/lib/backends/connection/check-line.ts';
import { describeCost, describeLines, stateWord } from './describe-check.ts';

const backend = (kind: 'emulator' | 'anthropic' | 'llamacpp') => ({ id: 'b', name: 'B', kind, key: 'none' }) as const;

describe('the words of a check', () => {
  it('BACK-83: say what it costs before it is made', () => {
    expect(describeCost(backend('anthropic'))).toMatch(/^Two requests of about 4,800 tokens each, paid for/);
    expect(describeCost(backend('llamacpp'))).toMatch(/^Some thirty requests/);
    expect(describeCost(backend('emulator'))).toMatch(/free of charge/);
  });

  it('BACK-75: count what was asked and what failed, while it goes on and after', () => {
    const lines = [passed('reachable', 'Yes.'), failedCheck('authorised', 'No.', 'Mend it.')];
    expect(describeLines(lines, 10, true)).toBe('Checking: 2 of 10 …');
    expect(describeLines(lines, 10, false)).toBe('2 of 10 asked, 1 failed.');
    expect(describeLines(lines.slice(0, 1), 10, false)).toBe('1 of 10 asked, none failed.');
    expect(describeLines([...lines, skipped('models', 'No.')], 10, false)).toBe('2 of 10 asked, 1 failed.');
    expect(describeLines([], 10, false)).toBe('Nothing was asked yet.');
  });

  it('BACK-75: call nothing measured that was not', () => {
    const word = (state: CheckLine['state']) => stateWord({ id: 'joins', state, detail: '' });
    expect((['passed', 'failed', 'noted', 'unknown', 'skipped'] as const).map(word)).toEqual([
      'passed',
      'failed',
      'found',
      'not known',
      'not asked',
    ]);
  });
});
