import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { sectionRows } from '@/lib/document/edit-sections.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { sectionList } from './section-list.ts';
import { moveVisibleRow, regionAfter, visibleRows } from './visible-rows.ts';

/** Lower case: shown. Upper case: gated. `|`: the boundary. */
function documentOf(order: string): Document {
  const letters = [...order].filter((letter) => letter !== '|');
  return {
    ...PRESETS[0].document,
    sections: letters.map((id) => ({
      id,
      title: id,
      text: id,
      kind: 'memoised',
      enabled: true,
      gates: id === id.toLowerCase() ? [] : ['flags.VOICE_MODE'],
    })),
    boundary: order.indexOf('|'),
  };
}

const order = (document: Document) =>
  sectionRows(document)
    .map((row) => (row.type === 'boundary' ? '|' : row.section.id))
    .join('');
const rowsOf = (document: Document) => visibleRows(document, sectionList(document, undefined, undefined));
const move = (from: string, row: string, to: string) => {
  const document = documentOf(from);
  const rows = rowsOf(document);
  const at = (name: string) => rows.findIndex(({ id }) => (id ?? '|') === name);
  return order(moveVisibleRow(document, rows, at(row), at(to)));
};

describe('rows that are drawn, among those that are not', () => {
  it('are the sections that are not gated, and the boundary, with their place among all rows', () => {
    expect(rowsOf(documentOf('XaY|bZ')).map(({ id, at }) => [id ?? '|', at])).toEqual([
      ['a', 1],
      ['|', 3],
      ['b', 4],
    ]);
  });

  it('land right beside the row whose place they take', () => {
    expect(move('XabcY|d', 'a', 'b')).toBe('XbacY|d');
    expect(move('XabcY|d', 'c', 'a')).toBe('XcabY|d');
    expect(move('aXbYc|', 'a', 'c')).toBe('XbYca|');
  });

  it('cross the boundary, which hidden rows do not', () => {
    expect(move('abY|Zcd', 'b', '|')).toBe('aY|bZcd');
    expect(move('abY|Zcd', 'c', '|')).toBe('abYc|Zd');
    expect(move('abY|Zcd', 'a', 'd')).toBe('bY|Zcda');
  });

  it('let the boundary move as well', () => {
    expect(move('abY|Zcd', '|', 'b')).toBe('a|bYZcd');
    expect(move('abY|Zcd', '|', 'c')).toBe('abYZc|d');
  });

  it('know the region they would land in', () => {
    const rows = rowsOf(documentOf('aXb|cd'));
    expect([0, 1, 2, 3, 4].map((to) => regionAfter(rows, 0, to))).toEqual([
      'static',
      'static',
      'dynamic',
      'dynamic',
      'dynamic',
    ]);
    expect([0, 1, 2, 3, 4].map((to) => regionAfter(rows, 3, to))).toEqual([
      'static',
      'static',
      'static',
      'dynamic',
      'dynamic',
    ]);
  });

  it('stay where they are when a place does not exist', () => {
    const document = documentOf('a|b');
    expect(moveVisibleRow(document, rowsOf(document), 0, 3)).toBe(document);
    expect(moveVisibleRow(document, rowsOf(document), -1, 0)).toBe(document);
  });

  it('move as if the rest were not there, and the others keep their order', () => {
    const letters = fc.shuffledSubarray([...'abcdeVWXYZ'], { minLength: 2 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), fc.nat(), (chosen, boundary, first, second) => {
        const document = documentOf(chosen.toSpliced(boundary % (chosen.length + 1), 0, '|').join(''));
        const rows = rowsOf(document);
        const [from, to] = [first % rows.length, second % rows.length];
        const moved = moveVisibleRow(document, rows, from, to);
        const shown = rows.map(({ key }) => key);
        expect(rowsOf(moved).map(({ key }) => key)).toEqual(
          shown.toSpliced(from, 1).toSpliced(to, 0, shown[from] ?? ''),
        );
        const without = (text: string) => text.replace(rows[from]?.id ?? '|', '');
        expect(without(order(moved))).toBe(without(order(document)));
      }),
    );
  });
});
