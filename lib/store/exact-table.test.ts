import { describe, expect, it } from 'vitest';
import { addExact, EMPTY_EXACT_TABLE, exactTokens } from './exact-table.ts';

const figures = (...texts: string[]) => new Map(texts.map((text) => [text, text.length]));

describe('the table of exact counts', () => {
  it('TOKEN-43 knows a text for the model it was counted with, and for no other', () => {
    const table = addExact(EMPTY_EXACT_TABLE, 'a', figures('one', 'three'));
    expect(exactTokens(table, 'a', 'three')).toBe(5);
    expect(exactTokens(table, 'b', 'three')).toBeUndefined();
    expect(exactTokens(table, 'a', 'three!')).toBeUndefined();
    expect(exactTokens(EMPTY_EXACT_TABLE, 'a', 'one')).toBeUndefined();
  });

  it('TOKEN-43 takes the newest figure, and counts a text once', () => {
    const twice = addExact(addExact(EMPTY_EXACT_TABLE, 'a', figures('one')), 'a', new Map([['one', 9]]));
    expect(exactTokens(twice, 'a', 'one')).toBe(9);
    expect(twice.characters).toBe('a\none'.length);
  });

  it('TOKEN-43 forgets the oldest when it holds too many characters, but never what came last', () => {
    const old = addExact(EMPTY_EXACT_TABLE, 'a', figures('1111', '2222'), 14);
    const next = addExact(old, 'a', figures('3333'), 14);
    expect(['1111', '2222', '3333'].map((text) => exactTokens(next, 'a', text))).toEqual([undefined, 4, 4]);
    const long = addExact(next, 'a', figures('x'.repeat(40), 'y'.repeat(40)), 14);
    expect(long.tokens.size).toBe(2);
    expect(long.characters).toBe(84);
  });
});
