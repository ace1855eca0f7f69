import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from './front-matter.ts';

const pathsOf = (...lines: string[]) => splitFrontMatter(['---', ...lines, '---', 'Body'].join('\n')).paths;

describe('splitFrontMatter', () => {
  it.each([
    ['with keys', '---\nname: x\npaths: a\n---\nBody\n'],
    ['after a remark', '---\n\n# remark\nname: x\n---  \nBody\n'],
    ['empty', '---\n---\nBody\n'],
  ])('MEM-8 takes off front matter %s', (_, text) => expect(splitFrontMatter(text).body).toBe('Body\n'));

  it.each([
    ['unclosed', '---\npaths: a\nBody\n'],
    ['that is prose between two rules', '---\nNot a key\n---\nBody\n'],
    ['not on the first line', '\n---\npaths: a\n---\nBody\n'],
    ['opened by a longer rule', '----\npaths: a\n---\nBody\n'],
    ['of an empty file', ''],
  ])('MEM-8 leaves what is no front matter: %s', (_, text) =>
    expect(splitFrontMatter(text)).toEqual({ paths: [], body: text }),
  );

  it.each([
    ['a comma list', ['paths: src/**/*.ts, lib/*.{js,ts}']],
    ['a quoted comma list', ['paths: "src/**/*.ts, lib/*.{js,ts}"']],
    ['quoted globs', ['paths: \'src/**/*.ts\', "lib/*.{js,ts}"']],
    ['a flow list', ['paths: [src/**/*.ts, "lib/*.{js,ts}"]']],
    ['a flow list over lines', ['paths: [', '  "src/**/*.ts",', "  'lib/*.{js,ts}',", ']']],
    ['a block list', ['paths:', '  - src/**/*.ts', '  - "lib/*.{js,ts}"', 'name: other']],
    ['a block list at the margin', ['name: x', 'paths:', '- src/**/*.ts # remark', '', '- lib/*.{js,ts}']],
    ['a folded text', ['paths: >-', '  src/**/*.ts,', '  lib/*.{js,ts}']],
  ])('MEM-9 reads %s', (_, lines) => expect(pathsOf(...lines)).toEqual(['src/**/*.ts', 'lib/*.{js,ts}']));

  it.each([[['paths:']], [['paths: []']], [['name: paths: a']], [['x:', '  paths: a']], [['paths: , ,']]])(
    'MEM-9 finds no globs in %j',
    (lines) => expect(pathsOf(...lines)).toEqual([]),
  );
});
