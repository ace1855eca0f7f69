import { describe, expect, it } from 'vitest';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import { createCountTable } from './count-table.ts';

const counted = (tokens: number): TokenCount => ({ tokens, low: tokens, high: tokens, method: 'exact' });

describe('the table of counts', () => {
  it('STORE-12 gives a rough count until the counter has answered, and then that', () => {
    const table = createCountTable();
    expect(table.count('Hello there', 'o200k').method).toBe('rough');
    table.add(['Hello there'], [counted(2)], 'o200k');
    expect(table.count('Hello there', 'o200k')).toEqual(counted(2));
  });

  it('STORE-12 tells which texts it does not know, for each vocabulary apart', () => {
    const table = createCountTable();
    table.add(['a', 'b'], [counted(1), counted(1)], 'o200k');
    expect(table.missing(['a', 'b', 'c'], 'o200k')).toEqual(['c']);
    expect(table.missing(['a'], 'claude-new')).toEqual(['a']);
  });

  it('STORE-12 still misses what was asked for and not answered', () => {
    const table = createCountTable();
    table.add(['a', 'b'], [counted(1)], 'o200k');
    expect(table.missing(['a', 'b'], 'o200k')).toEqual(['b']);
  });

  it('STORE-13 forgets the oldest when it holds too many characters, but never what was added last', () => {
    const table = createCountTable(10);
    const texts = ['aaaa', 'bbbb', 'cccc'];
    for (const text of texts) table.add([text], [counted(1)], 'o200k');
    expect(table.missing(texts, 'o200k')).toEqual(['aaaa']);
    const long = ['x'.repeat(30), 'y'.repeat(30)];
    table.add(long, [counted(1), counted(1)], 'o200k');
    expect(table.missing(long, 'o200k')).toEqual([]);
    expect(table.missing(texts, 'o200k')).toEqual(texts);
  });

  it('STORE-13 keeps what is still asked for, however long ago it was counted', () => {
    const table = createCountTable(10);
    for (const text of ['aaaa', 'bbbb', 'cccc', 'dddd']) {
      table.missing(['aaaa'], 'o200k');
      table.add([text], [counted(1)], 'o200k');
    }
    expect(table.missing(['aaaa', 'bbbb', 'cccc', 'dddd'], 'o200k')).toEqual(['bbbb', 'cccc']);
  });

  it('STORE-13 counts a text once, however often it is added', () => {
    const table = createCountTable(10);
    for (let time = 0; time < 5; time += 1) table.add(['aaaa'], [counted(1)], 'o200k');
    table.add(['bbbb'], [counted(1)], 'o200k');
    expect(table.missing(['aaaa', 'bbbb'], 'o200k')).toEqual([]);
  });

  it('STORE-12, STORE-13 does the same with long texts, of one length or not', () => {
    const [one, other, longer] = ['a', 'b', 'cc'].map((end) => `${'x'.repeat(5000)}${end}`) as [string, string, string];
    const table = createCountTable(10_010);
    expect(table.missing([one, other, one, longer], 'o200k')).toEqual([one, other, longer]);
    table.add([one, other], [counted(1), counted(2)], 'o200k');
    expect(table.missing([one, other, longer], 'o200k')).toEqual([longer]);
    expect([one, other].map((text) => table.count(text, 'o200k').tokens)).toEqual([1, 2]);
    expect(table.count(longer, 'o200k').method).toBe('rough');
    table.missing([one], 'o200k');
    table.add([longer], [counted(3)], 'o200k');
    expect(table.missing([one, other, longer], 'o200k')).toEqual([other]);
  });

  it('STORE-13 is bounded over all vocabularies together', () => {
    const table = createCountTable(10);
    for (const [index, family] of (['o200k', 'claude-new', 'claude-old'] as const).entries()) {
      for (let each = 0; each < 5; each += 1) table.add([`${index}${each}xx`], [counted(1)], family);
    }
    const held = (['o200k', 'claude-new', 'claude-old'] as const).map(
      (family, index) =>
        5 -
        table.missing(
          Array.from({ length: 5 }, (_, each) => `${index}${each}xx`),
          family,
        ).length,
    );
    expect(held.reduce((sum, each) => sum + each) * 4).toBeLessThanOrEqual(10);
  });
});
