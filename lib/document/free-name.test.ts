import { expect, it } from 'vitest';
import { freeName } from './free-name.ts';

it('a name is kept when it is free, else it gets the first number that is, before its ending', () => {
  expect(freeName('a', [])).toBe('a');
  expect(freeName('a', ['a', 'a-2'])).toBe('a-3');
  expect(freeName('a', ['a.md'], '.md')).toBe('a-2.md');
});
