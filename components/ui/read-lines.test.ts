import { expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

it('a list is read from lines; empty ones and the space around them count for nothing', () => {
  expect(readLines('')).toEqual([]);
  expect(readLines('/a\n\n  /b c \n')).toEqual(['/a', '/b c']);
});
