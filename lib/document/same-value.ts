import { isFields } from '@/lib/json-value.ts';

/** Do two JSON values say the same? What `differenceOf` finds no difference between; a field that is undefined is not there. */
export function isSameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) && left.length === right.length && left.every((each, at) => isSameValue(each, right[at]))
    );
  }
  if (!isFields(left) || !isFields(right)) return false;
  for (const name in left) if (!isSameValue(left[name], right[name])) return false;
  for (const name in right) if (right[name] !== undefined && left[name] === undefined) return false;
  return true;
}
