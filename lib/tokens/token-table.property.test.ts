import fc from 'fast-check';
import { expect, it } from 'vitest';
import { o200kVocabulary } from './gpt-counter.ts';
import { createTokenTable } from './token-table.ts';

it('TOKENS-1: finds every token by its bytes, wherever they stand, and nothing else', () => {
  const names = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'b', '\xff', '\0'), minLength: 1, maxLength: 6 }),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(names, fc.string({ unit: fc.constantFrom('a', 'b', '\xff', '\0') }), (tokens, bytes) => {
      const find = createTokenTable(tokens);
      for (let from = 0; from < bytes.length; from++) {
        for (let to = from + 1; to <= bytes.length; to++) {
          expect(find(bytes, from, to)).toBe(tokens.indexOf(bytes.slice(from, to)));
        }
      }
    }),
  );
});

it('TOKENS-1: every token of o200k is found', () => {
  const { names, find } = o200kVocabulary();
  expect(names.filter((name, id) => name !== '' && find(name, 0, name.length) !== id)).toEqual([]);
  expect(names.filter((name) => name !== '').length).toBe(199_998);
});

it('TOKENS-1: an id that is not used has no bytes to be found by', () => {
  const find = createTokenTable(['a', '', 'b']);
  expect([find('a', 0, 1), find('', 0, 0), find('b', 0, 1)]).toEqual([0, -1, 2]);
});
