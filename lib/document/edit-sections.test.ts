import { describe, expect, it } from 'vitest';
import type { Document } from './document.ts';
import {
  addSection,
  changeSection,
  copySection,
  crossBoundary,
  moveRow,
  removeSection,
  resetSection,
  resetSections,
  sectionRows,
  setSectionKind,
} from './edit-sections.ts';
import { PRESETS } from './presets.ts';

const section = (id: string) => ({ id, title: id, text: id, kind: 'memoised', enabled: true, gates: [] }) as const;
const preset: Document = { ...PRESETS[0].document, sections: ['a', 'b', 'c', 'd'].map(section), boundary: 2 };
const order = (document: Document) =>
  sectionRows(document)
    .map((row) => (row.type === 'boundary' ? '|' : row.section.id))
    .join('');

describe('sections and their boundary', () => {
  it('are rows, the boundary one of them', () => expect(order(preset)).toBe('ab|cd'));

  it('move to the place of another row, and change region when they cross the boundary', () => {
    expect(order(moveRow(preset, 0, 1))).toBe('ba|cd');
    expect(order(moveRow(preset, 1, 2))).toBe('a|bcd');
    expect(order(moveRow(preset, 3, 0))).toBe('cab|d');
    expect(order(moveRow(preset, 2, 4))).toBe('abcd|');
    expect(moveRow(preset, 1, 5)).toBe(preset);
    expect(moveRow(preset, 1, 1)).toBe(preset);
  });

  it('are added behind another one in its region, or at the end', () => {
    expect(order(addSection(preset, section('x'), 'b'))).toBe('abx|cd');
    expect(order(addSection(preset, section('x'), 'c'))).toBe('ab|cxd');
    expect(order(addSection(preset, section('x')))).toBe('ab|cdx');
  });

  it('are removed without moving the boundary over a neighbour', () => {
    expect(order(removeSection(preset, 'a'))).toBe('b|cd');
    expect(order(removeSection(preset, 'd'))).toBe('ab|c');
    expect(removeSection(preset, 'x')).toBe(preset);
  });

  it('are copied behind themselves under an id and a title of their own', () => {
    const copied = copySection(preset, 'b', 'x');
    expect(order(copied)).toBe('abx|cd');
    expect(copied.sections[2]).toMatchObject({ id: 'x', title: 'b (copy)', text: 'b' });
    expect(copySection(preset, 'nowhere', 'x')).toBe(preset);
  });

  it('cross the boundary to the nearest place behind or before it', () => {
    expect(order(crossBoundary(preset, 'a'))).toBe('b|acd');
    expect(order(crossBoundary(preset, 'd'))).toBe('abd|c');
    expect(crossBoundary(preset, 'x')).toBe(preset);
  });

  it('carry a reason while they are volatile, and none when memoised', () => {
    const made = setSectionKind(preset, 'a', 'volatile', 'The clock ticks.');
    expect(made.sections[0]).toEqual({ ...section('a'), kind: 'volatile', reason: 'The clock ticks.' });
    expect(setSectionKind(made, 'a', 'memoised', '').sections[0]).toEqual(section('a'));
    expect(setSectionKind(preset, 'a', 'memoised', '')).toBe(preset);
  });

  it('are reset one by one, down to the fields the preset does not have', () => {
    const changed = changeSection(setSectionKind(preset, 'a', 'volatile', 'x'), 'a', { title: 'A', enabled: false });
    expect(resetSection(changed, preset, 'a').sections[0]).toEqual(section('a'));
    const own = addSection(preset, section('x'));
    expect(resetSection(own, preset, 'x')).toBe(own);
  });

  it('are reset together, order and boundary too', () => {
    const changed = moveRow(addSection(removeSection(preset, 'b'), section('x')), 1, 3);
    expect(order(resetSections(changed, preset))).toBe('ab|cd');
  });
});
