import { expect, it } from 'vitest';
import { FIRST_WIDTHS, readPaneSizes } from './pane-sizes.ts';

it('the widths of the first paint are those that a new visitor has', () => {
  const { start, end } = readPaneSizes();
  expect(FIRST_WIDTHS.split(' ').toSorted()).toEqual([`[--pane-end:${end}px]`, `[--pane-start:${start}px]`]);
});
