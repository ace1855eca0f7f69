import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textChange } from './text-change.ts';

describe('textChange', () => {
  it('is what lies between the common ends', () => {
    expect(textChange('one two three', 'one 2 three')).toEqual({ from: 4, to: 7, insert: '2' });
    expect(textChange('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
    expect(textChange('same', 'same')).toBeUndefined();
  });

  it('leads from one text to the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = textChange(before, after);
        expect(change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before).toBe(after);
      }),
    );
  });
});
