import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntryPoint, readMemory } from './memory-content.ts';

describe('readMemory', () => {
  it('MEM-21 sends LF line ends and no white space around', () => {
    expect(readMemory('\uFEFF\r\n \t\r\n  a\r\nb\rc \r\n\n').text).toBe('  a\nb\nc');
    expect(readMemory(' \n\n').text).toBe('');
  });

  it('MEM-8 MEM-9 MEM-20 takes off front matter and comments, with Windows line ends too', () => {
    const content = readMemory('---\r\npaths: a, b\r\n---\r\n<!-- note -->\r\n\r\n# Title\r\n');
    expect(content).toEqual({ text: '# Title', includes: [], paths: ['a', 'b'], warnings: [] });
  });

  it('MEM-13 follows no include of front matter or of a comment', () => {
    expect(readMemory('---\nsee: @a.md\n---\n<!-- @b.md -->\n@c.md').includes).toEqual(['c.md']);
  });

  it('MEM-23 sends a text that cannot be lexed, and warns', () => {
    for (const mark of ['<!-- a -->\n', '@a.md\n']) {
      const text = mark + 'a'.repeat(100_000);
      const content = readMemory(text);
      expect(content.text).toBe(text);
      expect(content.includes).toEqual([]);
      expect(content.warnings).toEqual([expect.stringContaining('read as Markdown')]);
    }
  });

  it('MEM-23 needs no lexer without `<!--` and `@`', () => {
    const text = '>'.repeat(1_000_000);
    expect(readMemory(text)).toEqual({ text, includes: [], paths: [], warnings: [] });
  });

  it('MEM-24 reads a text once', () => expect(readMemory('@a.md')).toBe(readMemory('@a.md')));
});

describe('readEntryPoint', () => {
  const lines = Array.from({ length: 250 }, (_, index) => `@file${index}.md`);

  it('MEM-22 cuts what is left of the file and appends the warning', () => {
    const { text, warnings } = readEntryPoint(`---\na: b\n---\n<!--\n${'x\n'.repeat(50)}-->\n${lines.join('\n')}\n`);
    expect(text).toBe(`${lines.slice(0, 200).join('\n')}\n\n> ${warnings[0]}`);
    expect(warnings[0]).toContain('it has 250');
    expect(readEntryPoint(`<!--\n${'x\n'.repeat(50)}-->\n${lines.slice(0, 200).join('\n')}`).warnings).toEqual([]);
  });

  it('MEM-22 tells where in the file itself what is sent ends, behind a mark, front matter and comments', () => {
    const file = `\uFEFF---\r\na: b\r\n---\r\n\r\n<!--\r\nx\r\n-->\r\n${lines.join('\r\n')}\r\n`;
    const { cutAt } = readEntryPoint(file);
    expect(file.slice(0, cutAt).endsWith('@file199.md')).toBe(true);
    expect(file.slice(0, cutAt)).toContain('<!--');
    expect(readEntryPoint('a\n<!-- b -->')).not.toHaveProperty('cutAt');
  });

  it('MEM-22 a file cut there sends what it sent, without the warning', () => {
    const some = fc.constantFrom(
      '',
      'a',
      '  b ',
      '- c',
      '> d',
      '# e',
      '<!-- f -->',
      '<!--\ng\n-->',
      '<!-- h --> i',
      '```',
      'é'.repeat(90),
    );
    const text = fc.array(some, { minLength: 150, maxLength: 400 });
    const front = fc.constantFrom('', '---\nkey: value\n---\n', '\n\n', '<!-- one -->\n\n');
    let cut = 0;
    fc.assert(
      fc.property(front, text, fc.constantFrom('\n', '\r\n'), fc.boolean(), (before, parts, lineEnd, marked) => {
        const file = (marked ? '\uFEFF' : '') + (before + parts.join('\n')).replaceAll('\n', lineEnd);
        const { text: sent, warnings, cutAt } = readEntryPoint(file);
        if (cutAt === undefined) return;
        cut += 1;
        const left = readEntryPoint(file.slice(0, cutAt));
        expect(left.text).toBe(sent.slice(0, sent.indexOf(`\n\n> ${warnings[0]}`)).trimEnd());
        expect(left).not.toHaveProperty('cutAt');
      }),
    );
    expect(cut).toBeGreaterThan(30);
  });

  it('MEM-13 follows no include beyond the cut', () => {
    expect(readEntryPoint(lines.join('\n')).includes).toHaveLength(200);
    expect(readMemory(lines.join('\n')).includes).toHaveLength(250);
  });
});
