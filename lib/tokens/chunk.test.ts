import { describe, expect, it } from 'vitest';
import { splitChunks } from './chunk.ts';

const paragraph = (name: string) => `${name} ${'some words '.repeat(30)}\n\n`;

describe('splitChunks', () => {
  it('TOKENS-3: cuts at blank lines, so that an edit changes its own paragraph only', () => {
    const names = ['one', 'two', 'three', 'four'];
    const before = splitChunks(names.map(paragraph).join(''));
    const after = splitChunks(names.map((name) => paragraph(name === 'two' ? 'changed' : name)).join(''));
    expect(before).toEqual(names.map(paragraph));
    expect(after.filter((chunk) => !before.includes(chunk))).toEqual([paragraph('changed')]);
  });

  it('TOKENS-3: keeps short paragraphs together and cuts long ones at line ends', () => {
    expect(splitChunks('a\n\nb\n\nc\n\n')).toHaveLength(1);
    const lines = splitChunks('a line of forty characters, more or less\n'.repeat(100));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((chunk) => chunk.length <= 1024 && chunk.endsWith('\n'))).toBe(true);
  });

  it('TOKENS-3: cuts a long line after a word', () => {
    const chunks = splitChunks('"key":"value",'.repeat(1000));
    expect(chunks.length).toBeGreaterThan(10);
    expect(chunks.every((chunk) => chunk.length <= 2048)).toBe(true);
  });

  it('TOKENS-3: cuts before an indented line, but not before a blank one or a slash, which the vocabulary may join to the newline', () => {
    const [x, y, z] = ['x', 'y', 'z'].map((letter) => `${letter.repeat(300)};\n`);
    expect(splitChunks(`${x}\n/${y}\n   \n${z}`)).toHaveLength(1);
    expect(splitChunks(`${x}\n  ${y}\n\t/${z}`)).toEqual([`${x}\n`, `  ${y}\n`, `\t/${z}`]);
  });

  it('TOKENS-6: splits a megabyte without a line end, or without one where it may cut, in no quadratic time', () => {
    const start = performance.now();
    for (const line of ['word ', '\n/', '\n \n', '\n  "key": 1,']) splitChunks(line.repeat(1_000_000 / line.length));
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('TOKENS-3: never cuts before an apostrophe, which may belong to the word', () => {
    const text = "somebody's".repeat(500);
    expect(splitChunks(text)).toEqual([text]);
  });

  it('splits nothing into nothing', () => {
    expect(splitChunks('')).toEqual([]);
  });
});
