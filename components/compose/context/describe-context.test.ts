import { expect, it } from 'vitest';
import { describeMarks, handMarks } from './describe-marks.ts';
import { describeNext, describeTurns } from './describe-turns.ts';
import { ENTRYPOINTS, readEntrypoint } from './entrypoints.ts';
import { localDate } from './local-date.ts';

it('breakpoints are counted, those that are too early apart, and marks set by hand too', () => {
  const mark = (idle?: 'minimum' | 'backend') => ({ at: 1, ttl: '5m', blockId: 'x', idle }) as const;
  expect(describeMarks([])).toBe('0 breakpoints');
  expect(describeMarks([mark()])).toBe('1 breakpoint');
  expect(describeMarks([mark(), mark('minimum')])).toBe('2 breakpoints, 1 below the minimum');
  expect(describeMarks([mark('backend')])).toBe('1 breakpoint, but this backend takes no marks');
  expect(handMarks({ marks: {} })).toBeUndefined();
  expect(handMarks({ marks: { a: '5m', b: 'none' } })).toBe('2 marks set by hand');
});

it('turns are counted, with their tokens once they are known', () => {
  expect(describeTurns([])).toBe('0 turns');
  expect([describeNext([]), describeNext([1])]).toEqual([
    'The conversation starts with the next message.',
    'The next message follows them.',
  ]);
  expect(describeTurns([{ tokens: undefined, method: undefined }])).toBe('1 turn');
  expect(
    describeTurns([
      { tokens: 1000, method: 'estimate' },
      { tokens: 5, method: 'exact' },
    ]),
  ).toBe('2 turns · ≈1,005 tokens');
  expect(describeTurns([{ tokens: 5, method: 'exact' }])).toBe('1 turn · 5 tokens');
});

it('an entrypoint is one of those there are; a day is the one on the wall', () => {
  for (const { value } of ENTRYPOINTS) expect(readEntrypoint(value)).toBe(value);
  expect(readEntrypoint('web')).toBe('unknown');
  expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
