import { describe, expect, it } from 'vitest';
import type { DifferencePlace } from '@/lib/cache/explain/diagnosis.ts';
import type { OriginDifference } from '@/lib/request/block-origin.ts';
import { countWords, diagnosisReason, diagnosisTitle, placeWords } from './describe-diagnosis.ts';

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

  it('DIAG-18 says how much of the system prompt and of the tools changed, and which', () => {
    const words = (counts: Parameters<typeof countWords>[0]['counts']) =>
      countWords({ counts }).map((each) => each.words);
    expect(countWords({ counts: { system: { added: 1214, removed: 3 }, tools: undefined } })).toEqual([
      { name: 'System prompt', words: '+1,214 −3 characters' },
    ]);
    expect(words({ system: { added: 0, removed: 0 }, tools: undefined })).toEqual(['the same lines in another order']);
    const none = { added: [], removed: [], changed: [] };
    expect(words({ system: undefined, tools: none })).toEqual(['the same ones in another order']);
    const tools = { added: ['A'], removed: ['B', 'C'], changed: [{ name: 'D', what: 'schema' as const }] };
    expect(words({ system: undefined, tools })).toEqual(['+1 −2: added A; taken out B, C; changed D (schema)']);
    const many = { ...none, added: ['a', 'b', 'c', 'd', 'e', 'f'] };
    expect(words({ system: undefined, tools: many })).toEqual(['+6: added a, b, c, d and 2 more']);
    const changed = [{ name: 'D', what: 'schema' as const }];
    expect(words({ system: { added: 448, removed: 0 }, tools: { ...none, changed } })).toEqual([
      '+448 characters',
      'changed D (schema)',
    ]);
    expect(words(undefined)).toEqual([]);
  });

  it('DIAG-16 says what is known where no cause is', () => {
    expect(diagnosisReason({ reason: 'lookback_exceeded', why: 'x' })).toMatch(
      /stands 20 blocks or more in front of a mark/,
    );
    expect(diagnosisReason({ reason: undefined, why: 'x' })).toBe('x');
  });
});
