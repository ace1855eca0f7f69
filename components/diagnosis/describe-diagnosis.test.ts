import { describe, expect, it } from 'vitest';
import type { DifferencePlace } from '@/lib/cache/explain/diagnosis.ts';
import type { OriginDifference } from '@/lib/request/block-origin.ts';
import { diagnosisReason, diagnosisTitle, placeWords } from './describe-diagnosis.ts';

const nothing = { before: '', changed: '', after: '' };
const place: DifferencePlace = {
  index: 3,
  level: 'system',
  previousPath: 'system.2',
  currentPath: 'system.2',
  change: 'changed',
  character: 1213,
  token: 20,
  was: nothing,
  now: nothing,
};
const origin: OriginDifference = {
  span: { key: 'section:a', title: 'Intro', source: { type: 'section', id: 'a' }, start: 1000, end: 2000 },
  change: 'changed',
  character: 213,
};

describe('a diagnosis in words', () => {
  it('DIAG-16 names the part where it is known, else the cause', () => {
    expect(diagnosisTitle({ cause: 'system_prompt_changed' }, origin)).toBe('Intro changed');
    expect(diagnosisTitle({ cause: 'tools_changed' }, { ...origin, change: 'removed' })).toBe('Intro was taken out');
    expect(diagnosisTitle({ cause: 'ttl_expired_1h' }, undefined)).toBe('Entries of 1 hour ran out');
  });

  it('DIAG-16 counts characters from 1, in the part', () => {
    expect(placeWords(place, origin, 'Static prompt')).toBe('Intro, character 214 (Static prompt)');
    expect(placeWords(place, undefined, undefined)).toBe('system.2, character 1,214');
    expect(placeWords({ ...place, change: 'same' }, undefined, 'Read')).toBe('Read');
    expect(placeWords(undefined, undefined, undefined)).toBeUndefined();
  });

  it('DIAG-16 says what is known where no cause is', () => {
    expect(diagnosisReason({ reason: 'lookback_exceeded', why: 'x' })).toMatch(/20 blocks/);
    expect(diagnosisReason({ reason: undefined, why: 'x' })).toBe('x');
  });
});
