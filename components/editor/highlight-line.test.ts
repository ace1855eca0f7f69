import { describe, expect, it } from 'vitest';
import { highlightLine, type Language, linePieces } from './highlight-line.ts';

const marked = (line: string, language: Language) =>
  highlightLine(line, language).map(({ start, end, kind }) => [kind, line.slice(start, end)]);

describe('highlightLine', () => {
  it('finds every kind of tag of a template, and no escaped one', () => {
    const line = 'in {{env.platform}} {{#list}}x{{/list}} {{^a}} but \\{{b}} and {{#if c}}';
    expect(marked(line, 'template')).toEqual([
      ['tag', '{{env.platform}}'],
      ['tag', '{{#list}}'],
      ['tag', '{{/list}}'],
      ['tag', '{{^a}}'],
    ]);
    expect(marked(line, 'markdown')).toEqual([]);
  });

  it('shows headings, with the tags in them as tags', () => {
    expect(marked('## To {{name}} now', 'template')).toEqual([
      ['heading', '## To '],
      ['tag', '{{name}}'],
      ['heading', ' now'],
    ]);
    expect(marked('#hashtag', 'markdown')).toEqual([]);
    expect(marked('# Heading', 'plain')).toEqual([]);
  });

  it('shows the keys of JSON, not its values', () => {
    expect(marked('"a \\"b": "c", "d": ["e"]', 'json')).toEqual([
      ['key', '"a \\"b"'],
      ['key', '"d"'],
    ]);
  });

  it('leaves a very long line alone', () => {
    expect(highlightLine(`# ${'x'.repeat(5_000)}`, 'markdown')).toEqual([]);
  });
});

describe('linePieces', () => {
  it('cover the line', () => {
    const line = 'a {{b}} c';
    expect(linePieces(line, 'template').map(({ text, kind }) => [text, kind])).toEqual([
      ['a ', undefined],
      ['{{b}}', 'tag'],
      [' c', undefined],
    ]);
    expect(linePieces('', 'template')).toEqual([]);
  });
});
