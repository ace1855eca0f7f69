import { isFields } from '@/lib/json-value.ts';

/** Do two JSON values say the same? What `differenceOf` finds no difference between; a field that is undefined is not there. */
export function isSameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) return Array.isArray(right) && isSameList(left, right);
  if (!isFields(left) || !isFields(right)) return false;
  for (const name in left) if (left[name] !== right[name] && !isSameValue(left[name], right[name])) return false;
  for (const name in right) if (right[name] !== undefined && left[name] === undefined) return false;
  return true;
}

/** A plain loop: `every` would make a function of each list, and this runs several times at every key. */
function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at += 1) if (!isSameValue(left[at], right[at])) return false;
  return true;
}
