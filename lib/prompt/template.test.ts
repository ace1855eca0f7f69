import { describe, expect, it } from 'vitest';
import { renderTemplate } from './render-template.ts';
import { mentionedNames } from './template.ts';

const CONTEXT = {
  name: 'Tern',
  empty: '',
  count: 3,
  yes: true,
  no: false,
  none: undefined,
  env: { platform: 'linux', directories: [{ path: '/a' }, { path: '/b' }] },
  items: [
    { name: 'one', tags: [{ tag: 'x' }] },
    { name: 'two', tags: [] },
  ],
  noItems: [],
};

const render = (text: string, context: object = CONTEXT) => {
  const result = renderTemplate(text, context);
  return result.ok ? result.value.map((piece) => piece.text).join('') : result.failure;
};

const failureOf = (text: string) => {
  const result = renderTemplate(text, CONTEXT);
  return result.ok ? undefined : `${result.failure.place}: ${result.failure.message}`;
};

/** The quickest of three, in milliseconds: machines are busy. */
function quickest(run: () => void): number {
  return Math.min(
    ...Array.from({ length: 3 }, () => {
      const started = performance.now();
      run();
      return performance.now() - started;
    }),
  );
}

describe('templates', () => {
  it.each([
    ['I am {{name}}.', 'I am Tern.'],
    ['{{ name }}{{\tname\t}}', 'TernTern'],
    ['{{env.platform}}', 'linux'],
    ['{{count}} {{yes}} {{no}}', '3 true false'],
    ['[{{empty}}{{none}}]', '[]'],
    ['', ''],
  ])('PROMPT-1: fills names: %s', (text, expected) => expect(render(text)).toBe(expected));

  it.each([
    ['{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{#empty}}c{{/empty}}{{#none}}d{{/none}}', 'a'],
    ['{{^yes}}a{{/yes}}{{^no}}b{{/no}}{{^empty}}c{{/empty}}{{^none}}d{{/none}}', 'bcd'],
    ['{{#items}}{{name}},{{/items}}', 'one,two,'],
    ['{{#items}}{{name}}:{{#tags}}{{tag}}{{name}}{{/tags}};{{/items}}', 'one:xone;two:;'],
    ['{{#env.directories}}{{path}} on {{env.platform}} {{/env.directories}}', '/a on linux /b on linux '],
    ['{{#noItems}}a{{/noItems}}{{^noItems}}b{{/noItems}}{{^items}}c{{/items}}', 'b'],
    ['{{#env}}{{env.platform}}{{/env}}', 'linux'],
    ['{{#yes}}{{#yes}}{{^no}}deep{{/no}}{{/yes}}{{/yes}}', 'deep'],
  ])('PROMPT-2: shows blocks and repeats lists: %s', (text, expected) => expect(render(text)).toBe(expected));

  it.each([
    ['a\n{{#yes}}\nb\n{{/yes}}\nc', 'a\nb\nc'],
    ['a\n  {{#yes}} \t\n  b\n{{/yes}}  \nc', 'a\n  b\nc'],
    ['a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc', 'a\r\nb\r\nc'],
    ['{{#no}}\na\n{{/no}}\nb', 'b'],
    ['{{#yes}}\na\n{{/yes}}', 'a\n'],
    ['a\n{{#yes}}b{{/yes}}\nc', 'a\nb\nc'],
    ['{{#yes}} {{/yes}}\n', ' \n'],
    ['- {{#yes}}\nb\n{{/yes}}', '- \nb\n'],
    ['{{#items}}\n- {{name}}\n{{/items}}\nend', '- one\n- two\nend'],
    [' {{name}} \n', ' Tern \n'],
    [`x\n${' '.repeat(500)}{{#yes}}\ny\n{{/yes}}`, 'x\ny\n'],
  ])('PROMPT-3: a block tag alone on its line takes the line with it: %j', (text, expected) =>
    expect(render(text)).toBe(expected),
  );

  it.each([
    ['\\{{name}}', '{{name}}'],
    ['\\{{#yes}} {{name}} \\{{/yes}}', '{{#yes}} Tern {{/yes}}'],
    ['\\\\{{name}}', '\\{{name}}'],
    ['{{}} {{ }} {{a b}} {{1}} {{-x}} { {name} } {{', '{{}} {{ }} {{a b}} {{1}} {{-x}} { {name} } {{'],
    ['${{name}}$ {{{name}}}', '$Tern$ {Tern}'],
    ['C:\\path\\{not}', 'C:\\path\\{not}'],
  ])('PROMPT-4: escapes and bare braces are text: %s', (text, expected) => expect(render(text)).toBe(expected));

  it('PROMPT-5: every piece knows the characters it came from', () => {
    const text = 'Hi {{name}}\n{{#items}}\n- \\{{x}} {{name}}\n{{/items}}\nbye';
    const result = renderTemplate(text, CONTEXT);
    expect(
      result.ok &&
        result.value.map(({ text: piece, sourceStart, sourceEnd }) => [piece, text.slice(sourceStart, sourceEnd)]),
    ).toEqual([
      ['Hi ', 'Hi '],
      ['Tern', '{{name}}'],
      ['\n', '\n'],
      ['- ', '- '],
      ['{{x}} ', '{{x}} '],
      ['one', '{{name}}'],
      ['\n', '\n'],
      ['- ', '- '],
      ['{{x}} ', '{{x}} '],
      ['two', '{{name}}'],
      ['\n', '\n'],
      ['bye', 'bye'],
    ]);
  });

  it.each([
    ['{{nobody}}', 'line 1, column 1: Nothing is called “nobody”.'],
    ['one\ntwo {{env.nowhere}}', 'line 2, column 5: Nothing is called “env.nowhere”.'],
    ['a\n\n  {{#nobody}}\n{{/nobody}}', 'line 3, column 3: Nothing is called “nobody”.'],
    ['{{name.length}}', 'line 1, column 1: Nothing is called “name.length”.'],
    ['{{constructor}}', 'line 1, column 1: Nothing is called “constructor”.'],
    ['{{#items}}{{path}}{{/items}}', 'line 1, column 11: Nothing is called “path”.'],
    ['{{items}}', 'line 1, column 1: “items” is no text; {{#items}} opens it.'],
    ['a {{env}}', 'line 1, column 3: “env” is no text; {{#env}} opens it.'],
    ['x\n {{#yes}} a', 'line 2, column 2: {{#yes}} is never closed.'],
    ['x\n  {{^no}}\n a', 'line 2, column 3: {{^no}} is never closed.'],
    ['{{/yes}}', 'line 1, column 1: {{/yes}} closes nothing that is open: {{#NAME}} or {{^NAME}} opens a part.'],
    ['{{#yes}}{{#no}}\n{{/yes}}{{/no}}', 'line 2, column 1: {{/yes}} closes nothing that is open.'],
    [`${'{{#yes}}'.repeat(101)}${'{{/yes}}'.repeat(101)}`, 'line 1, column 801: Blocks are nested more than 100 deep.'],
  ])('PROMPT-6: names the place of a fault: %j', (text, expected) => expect(failureOf(text)).toBe(expected));

  it('PROMPT-6: does not look into what is not shown, but for its tags', () => {
    expect(render('{{#no}}{{nobody}}{{/no}}')).toBe('');
    expect(failureOf('{{#no}}{{#yes}}{{/no}}')).toMatch(/closes nothing/);
  });

  it('PROMPT-7: lists inside lists cannot grow without measure', () => {
    const context = { a: Array.from({ length: 200 }, () => ({})), word: 'x'.repeat(100_000) };
    const nested = (depth: number, inner: string) => '{{#a}}'.repeat(depth) + inner + '{{/a}}'.repeat(depth);
    for (const text of [nested(9, ''), nested(9, 'x'), nested(2, '{{word}}')])
      expect(render(text, context)).toMatchObject({ message: 'The text grows without measure.' });
    expect(render(nested(2, 'x'), context)).toHaveLength(40_000);
    expect(render(nested(100, ''), { a: true })).toBe('');
  });

  it.each<[string, (size: number) => string]>([
    ['plain text', (size) => 'lorem ipsum '.repeat(size / 12)],
    ['one unbroken line of blocks', (size) => '{{#yes}}{{/yes}}'.repeat(size / 16)],
    ['one line of blocks and blanks', (size) => '{{#yes}}   {{/yes}}   '.repeat(size / 22)],
    ['blanks', (size) => `{{#yes}}${' '.repeat(size)}{{/yes}}`],
    ['open braces', (size) => '{{ '.repeat(size / 3)],
    ['a name that never ends', (size) => `{{${'a'.repeat(size)}`],
    ['names', (size) => '{{name}}\n'.repeat(size / 9)],
    ['unknown names', (size) => '{{nobody}}\n'.repeat(size / 11)],
    ['blocks never closed', (size) => '{{#yes}}'.repeat(size / 8)],
  ])('PROMPT-7: takes time in proportion to its text: 1 MB of %s', (_, make) => {
    const [eighth, whole] = [make(128 * 1024), make(1024 * 1024)];
    render(eighth);
    const small = quickest(() => render(eighth));
    // Eight times as much text: eight times as long, where time in proportion to the square would be 64 times.
    expect(quickest(() => render(whole))).toBeLessThan(100 + 24 * small);
  });
});

it('PROMPT-4: the names that a template mentions are those of its tags, not of what is escaped', () => {
  const text = '{{ a.b }} {{#_c}}x{{/_c}} {{^d}}y{{/d}} \\{{e}} {{1f}} {{a.b}}';
  expect(mentionedNames(text)).toEqual(new Set(['a.b', '_c', 'd']));
});
