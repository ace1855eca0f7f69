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
    expect(chunks.length).toBeGreaterThan(30);
    expect(chunks.every((chunk) => chunk.length <= 2048)).toBe(true);
  });

  it('TOKENS-3: never cuts before white space or a slash, which the vocabulary may join to the newline', () => {
    const text = `${'x'.repeat(300)};\n\n/${'y'.repeat(300)};\n\n  ${'z'.repeat(300)}\n`;
    expect(splitChunks(text)).toEqual([text]);
  });

  it('splits nothing into nothing', () => {
    expect(splitChunks('')).toEqual([]);
  });
});
