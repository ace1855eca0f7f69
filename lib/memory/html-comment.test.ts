import { describe, expect, it } from 'vitest';
import { stripComments } from './html-comment.ts';

const stripped = (text: string) =>
  stripComments(text)
    ?.map((piece) => piece.text)
    .join('');

describe('stripComments', () => {
  it.each([
    ['a block', 'a\n\n<!-- note -->\n\nb\n', 'a\n\nb\n'],
    ['a block over several lines', '<!-- one\n\ntwo -->\nb\n', 'b\n'],
    ['one after a line', 'a\n<!-- note -->\n\n\nb\n', 'a\n\n\nb\n'],
    ['one before a line', 'a\n\n\n<!-- note -->\nb\n', 'a\n\n\nb\n'],
    ['one at the start', '<!-- note -->\n\nb\n', 'b\n'],
    ['several in a row', 'a\n\n<!-- 1 -->\n\n<!-- 2 -->\n\nb\n', 'a\n\nb\n'],
    ['one that ends a paragraph', 'a\n<!-- note -->\nb\n', 'a\nb\n'],
    ['an indented one', 'a\n\n  <!-- note -->\nb\n', 'a\n\nb\n'],
    ['several on a line', '<!-- a --> <!-- b -->\nc\n', 'c\n'],
    ['the shortest', '<!-->\na\n\n<!--->\nb\n', 'a\n\nb\n'],
    ['all of a file', '<!-- note -->', ''],
    ['with what looks like code inside', '<!--\n```\nx\n```\n-->\nb\n', 'b\n'],
  ])('MEM-20 strips %s', (_, text, left) => expect(stripped(text)).toBe(left));

  it('MEM-20 keeps what follows a comment on its line', () => {
    expect(stripped('<!-- note --> Use bun.\n\nb\n')).toBe(' Use bun.\n\nb\n');
    expect(stripped('<!-- a --> x <!-- b -->\n')).toBe(' x <!-- b -->\n');
  });

  it.each([
    ['in fenced code', '```html\n<!-- note -->\n```\n'],
    ['in indented code', 'a\n\n    <!-- note -->\n'],
    ['in a code span', 'Write `<!-- note -->` here.\n'],
    ['in a line', 'a <!-- note --> b\n'],
    ['in a list', '- <!-- note -->\n- b\n'],
    ['in a quote', '> <!-- note -->\n'],
    ['inside another HTML block', '<div>\n<!-- note -->\n</div>\n'],
    ['never closed', 'a\n\n<!-- note\n\nb\n'],
  ])('MEM-20 keeps one %s', (_, text) => expect(stripped(text)).toBe(text));

  it('MEM-20 closes no comment with the end of one in code', () => {
    const text = '<!-- open\n\n```\n-->\n```\n\nb\n';
    expect(stripped(text)).toBe('```\n\nb\n');
  });

  it('MEM-23 gives up on what cannot be lexed', () => {
    expect(stripped(`<!-- note -->\n${'a\n'.repeat(60_000)}`)).toBeUndefined();
  });
});
