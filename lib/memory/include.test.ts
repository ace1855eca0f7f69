import { describe, expect, it } from 'vitest';
import { findIncludes, resolveInclude } from './include.ts';

describe('findIncludes', () => {
  it.each([
    ['@docs/a.md', 'docs/a.md'],
    ['@./a.md', './a.md'],
    ['@../a.md', '../a.md'],
    ['@~/a.md', '~/a.md'],
    ['@/etc/a.md', '/etc/a.md'],
    ['@.hidden', '.hidden'],
    ['@README', 'README'],
    ['@größe.md', 'größe.md'],
    ['See @a.md for more', 'a.md'],
    ['See\t@a.md', 'a.md'],
    ['Line\n@a.md', 'a.md'],
    ['@my\\ notes/a\\ b.md and', 'my notes/a b.md'],
    ['@a.md#section', 'a.md'],
    ['@win\\path.md', 'win\\path.md'],
    ['# Read @a.md', 'a.md'],
    ['- item\n  - @a.md', 'a.md'],
    ['> @a.md', 'a.md'],
    ['> - > @a.md', 'a.md'],
    ['| a | @a.md |\n|---|---|', 'a.md'],
    ['<context>\n@a.md\n</context>', 'a.md'],
    ['<!-- unclosed\n\n@a.md', 'a.md'],
    ['a \\`@no.md @a.md `code`', 'a.md'],
    ['a ``unclosed` @a.md', 'a.md'],
    ['`` a ` b `` @a.md', 'a.md'],
    ['\\* @a.md ``code``', 'a.md'],
    ['Title @a.md\n=====', 'a.md'],
    ['[x]: y\n@a.md', 'a.md'],
  ])('MEM-12 finds the include of %j', (text, path) => expect(findIncludes(text)).toEqual([path]));

  it.each(['me@a.md', '(@a.md)', '**@a.md**', '@', '@ a.md', '@@a.md', '@#a', '@(a)', '`x`@a.md'])(
    'MEM-12 finds none in %j',
    (text) => expect(findIncludes(text)).toEqual([]),
  );

  it.each([
    '```\n@a.md\n```',
    '~~~ts\n@a.md',
    'x\n\n    @a.md',
    '- item\n\n  ```\n  @a.md\n  ```',
    '> ```\n> @a.md\n> ```',
    '> ~~~\n> @a.md\n> ~~~',
    '<pre>\n@a.md\n</pre>',
    '`@a.md`',
    '` @a.md`',
    '``x ` @a.md ``',
    'a `b\n@a.md` c',
    'a\\\\` @a.md`',
    'x <!-- @a.md --> y',
    '<div>\n<!-- @a.md -->\n</div>',
  ])('MEM-13 finds none in code or a comment: %j', (text) => expect(findIncludes(text)).toEqual([]));

  it('MEM-14 keeps the order of the text and each path once', () => {
    expect(findIncludes('@b.md @a.md\n\n- @c.md\n\n@b.md#x')).toEqual(['b.md', 'a.md', 'c.md']);
  });

  it('MEM-13 tells code from text in a list longer than the look-ahead', () => {
    const item = (index: number) => `- item @a${index}.md\n\n  \`\`\`\n  @no.md\n  \`\`\`\n\n  more @b${index}.md\n`;
    const count = 400;
    const expected = Array.from({ length: count }, (_, index) => [`a${index}.md`, `b${index}.md`]).flat();
    expect(findIncludes(Array.from({ length: count }, (_, index) => item(index)).join(''))).toEqual(expected);
  });

  it('MEM-23 gives up on what cannot be lexed', () => {
    expect(findIncludes('@a '.repeat(40_000))).toBeUndefined();
  });
});

describe('resolveInclude', () => {
  it('MEM-12 starts at the directory of the includer', () => {
    expect(resolveInclude('../b.md', '/proj/docs/a.md', '/home/dev')).toBe('/proj/b.md');
    expect(resolveInclude('b.md', '/a.md', '/home/dev')).toBe('/b.md');
  });
});
