import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLines } from './fold-lines.ts';
import { diffLines } from './line-diff.ts';

const show = (before: string, after: string) =>
  diffLines(before, after)?.map(({ type, text }) => `${{ same: ' ', removed: '-', added: '+' }[type]}${text}`);

describe('diffLines', () => {
  it('shows a changed line as removed, then added, with the words that differ', () => {
    const lines = diffLines('a\n- Now: 2026-11-21 09:41\nb', 'a\n- Now: 2026-11-21 09:52\nb');
    expect(lines).toEqual([
      { type: 'same', text: 'a', before: 1, after: 1, marks: [] },
      {
        type: 'removed',
        text: '- Now: 2026-11-21 09:41',
        before: 2,
        after: undefined,
        marks: [{ start: 21, end: 23 }],
      },
      { type: 'added', text: '- Now: 2026-11-21 09:52', before: undefined, after: 2, marks: [{ start: 21, end: 23 }] },
      { type: 'same', text: 'b', before: 3, after: 3, marks: [] },
    ]);
  });

  it('marks the word that differs in a line of thousands', () => {
    const line = (word: string) => `${'so it is '.repeat(900)}${word} ${'and so it stays '.repeat(900)}`;
    const start = 'so it is '.repeat(900).length;
    const lines = diffLines(line('here'), line('there')) ?? [];
    expect(lines.map(({ marks }) => marks)).toEqual([[{ start, end: start + 4 }], [{ start, end: start + 5 }]]);
  });

  it('marks no words of lines that have little in common', () => {
    const lines = diffLines('one two three', 'alpha beta gamma') ?? [];
    expect(lines.flatMap(({ marks }) => marks)).toEqual([]);
  });

  it('pairs the lines of a longer change from its start', () => {
    const lines = diffLines('keep x1\nkeep y1\nz', 'keep x2\nkeep y2\nz') ?? [];
    expect(lines.map(({ marks }) => marks.length)).toEqual([1, 1, 1, 1, 0]);
  });

  it('finds a line that moved in among others', () => {
    expect(show('a\nb\nc', 'a\nx\nb\nc')).toEqual([' a', '+x', ' b', ' c']);
    expect(show('a\nb\nc', 'b\nc')).toEqual(['-a', ' b', ' c']);
    expect(show('', 'a')).toEqual(['-', '+a']);
  });

  it('refuses more than 5,000 lines', () => {
    expect(diffLines('\n'.repeat(5_000), 'a')).toBeUndefined();
    expect(diffLines('\n'.repeat(4_999), 'a')).toBeDefined();
  });

  it('is bounded when nothing is alike', () => {
    const text = (from: number) => Array.from({ length: 4_000 }, (_, line) => `${from + line}`).join('\n');
    const lines = diffLines(text(0), text(10_000)) ?? [];
    expect(lines).toHaveLength(8_000);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c d', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after) ?? [];
        const side = (gone: string) =>
          lines
            .filter(({ type }) => type !== gone)
            .map((line) => line.text)
            .join('\n');
        expect([side('added'), side('removed')]).toEqual([before, after]);
        expect(lines.flatMap((line) => line.before ?? [])).toEqual(before.split('\n').map((_, index) => index + 1));
        expect(lines.flatMap((line) => line.after ?? [])).toEqual(after.split('\n').map((_, index) => index + 1));
      }),
    );
  });
});

describe('foldLines', () => {
  it('keeps three lines next to a change and folds the rest', () => {
    const before = Array.from({ length: 30 }, (_, line) => `line ${line}`);
    const hunks = foldLines(diffLines(before.join('\n'), before.with(15, 'changed').join('\n')) ?? []);
    expect(hunks.map(({ isFolded, lines }) => [isFolded, lines.length])).toEqual([
      [true, 12],
      [false, 8],
      [true, 11],
    ]);
  });

  it('does not fold where that would save next to nothing', () => {
    const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(foldLines(diffLines(before.join('\n'), before.with(0, 'x').join('\n')) ?? [])).toHaveLength(1);
  });
});
