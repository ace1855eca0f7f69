import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Bytes } from './utf8-bytes.ts';

it('TOKENS-1: utf8Bytes gives the bytes of TextEncoder', () => {
  const units = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(fc.oneof(units, fc.string({ unit: 'binary', maxLength: 30 })), (text) => {
      expect(Array.from(utf8Bytes(text), (byte) => byte.charCodeAt(0))).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
});
