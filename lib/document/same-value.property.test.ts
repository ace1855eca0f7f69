import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceOf } from './difference.ts';
import { isSameValue } from './same-value.ts';

const fields = fc.dictionary(fc.constantFrom('id', 'a', 'b', 'c'), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
const anyValue = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fields, fc.array(fields, { maxLength: 3 }));

/** Now the same value made anew, now another; a field may be there without a value. */
const anyPair = fc.tuple(anyValue, anyValue, fc.boolean()).map(([left, right, isCopy]): [unknown, unknown] => {
  if (!isCopy) return [left, right];
  const copy: unknown = structuredClone(left);
  return [
    left,
    typeof copy === 'object' && copy !== null && !Array.isArray(copy) ? { ...copy, none: undefined } : copy,
  ];
});

it('SHARE-4: values are the same when nothing would be shared of their difference', () => {
  fc.assert(
    fc.property(anyPair, ([left, right]) => {
      expect(isSameValue(left, right)).toBe(differenceOf(left, right) === undefined);
      expect(isSameValue(right, left)).toBe(isSameValue(left, right));
    }),
  );
});
