import { describe, expect, it } from 'vitest';
import { matchesGlob, splitGlobs } from './glob.ts';

describe('matchesGlob', () => {
  it.each([
    ['src/a.ts', 'src/a.ts'],
    ['*.ts', 'a.ts'],
    ['*.ts', '.ts'],
    ['*', '.env'],
    ['src/*', 'src/a.b.c'],
    ['a?c', 'abc'],
    ['**/*.ts', 'a.ts'],
    ['**/*.ts', 'src/deep/a.ts'],
    ['src/**', 'src/a'],
    ['src/**', 'src/a/b/c'],
    ['src/**/test/*.ts', 'src/test/a.ts'],
    ['src/**/test/*.ts', 'src/a/b/test/a.ts'],
    ['**', 'any/where'],
    ['*.{ts,tsx}', 'a.tsx'],
    ['{src,lib}/**/*.{js,{c,m}ts}', 'lib/x/a.mts'],
    ['a{,b}.md', 'a.md'],
    ['{a', '{a'],
    ['a}', 'a}'],
    ['[ab].ts', '[ab].ts'],
    ['a+(b).ts', 'a+(b).ts'],
  ])('MEM-11 %j fits %j', (glob, path) => expect(matchesGlob(glob, path)).toBe(true));

  it.each([
    ['*.ts', 'src/a.ts'],
    ['*.ts', 'a.tsx'],
    ['src/*', 'src/a/b'],
    ['a?c', 'a/c'],
    ['a?', 'a'],
    ['**/a.ts', 'ba.ts'],
    ['src/**', 'src'],
    ['src/**/a.ts', 'src/ba.ts'],
    ['*.{ts,tsx}', 'a.js'],
    ['{src,lib}/*', 'test/a'],
    ['[ab].ts', 'a.ts'],
    ['a.ts', 'axts'],
    ['', 'a'],
    ['A.ts', 'a.ts'],
  ])('MEM-11 %j does not fit %j', (glob, path) => expect(matchesGlob(glob, path)).toBe(false));

  it('MEM-11 hostile globs end at once', () => {
    const path = `${'a/'.repeat(200)}a`;
    const start = performance.now();
    for (const glob of [
      '*a'.repeat(2_000),
      '**/'.repeat(1_000),
      '{a,a}'.repeat(800),
      '{'.repeat(4_000),
      'x'.repeat(9_999),
    ])
      expect(matchesGlob(`${glob}!`, path)).toBe(false);
    expect(matchesGlob(`${'{'.repeat(1_000)}a${'}'.repeat(1_000)}`, 'a')).toBe(true);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('splitGlobs', () => {
  it('MEM-9 parts at commas outside braces', () => {
    expect(splitGlobs('a,b{c,{d,e}},f')).toEqual(['a', 'b{c,{d,e}}', 'f']);
    expect(splitGlobs('a},b')).toEqual(['a}', 'b']);
  });
});
