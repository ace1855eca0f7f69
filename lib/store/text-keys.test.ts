import { describe, expect, it } from 'vitest';
import { createTextKeys } from './text-keys.ts';

const long = (end: string): string => `${'x'.repeat(5000)}${end}`;

describe('keys of texts', () => {
  it('STORE-13 are the texts themselves, unless they are long: then one object for the same text', () => {
    const keys = createTextKeys();
    expect(keys.make('short')).toBe('short');
    expect(keys.find('short')).toBe('short');
    expect(keys.find(long('a'))).toBeUndefined();
    const key = keys.make(long('a'));
    expect(key).toEqual({ text: long('a'), length: 5001 });
    expect(keys.make(long('a'))).toBe(key);
    expect(keys.find(long('a'))).toBe(key);
  });

  it('STORE-13 tell texts of one length apart, and a forgotten one is not found any more', () => {
    const keys = createTextKeys();
    const [one, other] = [keys.make(long('a')), keys.make(long('b'))];
    expect(one).not.toBe(other);
    keys.forget(one);
    expect(keys.find(long('a'))).toBeUndefined();
    expect(keys.find(long('b'))).toBe(other);
    keys.forget(other);
    expect(keys.find(long('b'))).toBeUndefined();
    expect(keys.make(long('b'))).not.toBe(other);
  });
});
