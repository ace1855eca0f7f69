import { expect, it } from 'vitest';
import { MEASURED_SCRIPTS, SCRIPTS, scriptOf } from './script.ts';

const nameOf = (character: string) => SCRIPTS[scriptOf(character.codePointAt(0) ?? 0)];

it('TOKENS-7: scriptOf knows the writing systems', () => {
  const named = ['a', 'é', '\u0301', 'ω', 'я', 'א', 'ع', 'क', 'ไ', '가', '—', '。', 'か', '中', '𠀀', '😀', 'ế'].map(
    nameOf,
  );
  expect(named).toEqual(
    'latin latin combining greek cyrillic hebrew arabic devanagari thai hangul symbols wide-marks kana han han emoji latin'.split(
      ' ',
    ),
  );
});

it('TOKENS-8: every measured writing system is one that scriptOf knows', () => {
  expect([...MEASURED_SCRIPTS].filter((script) => !SCRIPTS.includes(script))).toEqual([]);
});
