import { expect, it } from 'vitest';
import { sampleRun } from '@/lib/store/run-sample.ts';
import { timings } from './timings.ts';

it('RUN-3 tells the time to the first token and in all, as far as they are known', () => {
  const sentAt = 1000;
  expect(timings(sampleRun({ sentAt }))).toBe('');
  expect(timings(sampleRun({ sentAt, firstTokenAt: 1135 }))).toBe('first token 135 ms');
  expect(timings(sampleRun({ sentAt, firstTokenAt: 1135, endedAt: 3456 }))).toBe('first token 135 ms · total 2,456 ms');
  expect(timings(sampleRun({ sentAt, endedAt: 1020 }))).toBe('total 20 ms');
});
