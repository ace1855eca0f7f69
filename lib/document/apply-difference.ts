import { type Fields, isFields, valueWords } from '@/lib/json-value.ts';
import { type Result, success } from '@/lib/result.ts';
import { keyOf } from './difference.ts';
import { linkBroken } from './link-failure.ts';
import { applySplice } from './text-splice.ts';

/** What a Difference makes of the base it was made from; one that does not fit the base is a `link-broken` failure at its place. */
export function applyDifference(base: unknown, difference: unknown, place = ''): Result<unknown> {
  if (Array.isArray(difference)) {
    if (difference.length === 1) return success(difference[0]);
    const text = typeof base === 'string' ? applySplice(base, difference) : undefined;
    return text === undefined ? misfit(place) : success(text);
  }
  if (!isFields(difference)) return success(difference === undefined ? base : difference);
  if (Array.isArray(base)) return applyToList(base, difference, place);
  return isFields(base) ? applyToFields(base, difference, place) : misfit(place);
}

const isGone = (change: unknown): boolean => Array.isArray(change) && change.length === 0;

function applyToFields(base: Fields, difference: Fields, place: string): Result<Fields> {
  const next = new Map(Object.entries(base));
  for (const [name, change] of Object.entries(difference)) {
    const here = place === '' ? name : `${place}.${name}`;
    if (isGone(change)) {
      if (!next.delete(name)) return misfit(here);
      continue;
    }
    const field = applyDifference(next.get(name), change, here);
    if (!field.ok) return field;
    next.set(name, field.value);
  }
  return success(Object.fromEntries(next));
}

function applyToList(base: readonly unknown[], { change, add, order }: Fields, place: string): Result<unknown[]> {
  const changes = new Map(Object.entries(change ?? {}));
  const items: unknown[] = [];
  const keyName = keyOf(base);
  for (const item of base) {
    const key = keyName && isFields(item) ? valueWords(item[keyName]) : '';
    const changed = applyDifference(item, changes.get(key), `${place}[${key}]`);
    if (!changed.ok) return changed;
    changes.delete(key);
    items.push(changed.value);
  }
  if (changes.size > 0 || !isAbsentOrList(add) || !isAbsentOrList(order)) return misfit(place);
  const all = [...items, ...(add ?? [])];
  if (order === undefined) return success(all);
  // No item twice: a short order could else blow a list up without end.
  if (new Set(order).size < order.length || !order.every((at) => typeof at === 'number' && at in all))
    return misfit(place);
  return success(order.map((at) => all[at as number]));
}

const isAbsentOrList = (value: unknown): value is readonly unknown[] | undefined =>
  value === undefined || Array.isArray(value);

const misfit = (place: string) => linkBroken('The link holds a change that does not fit the preset it names.', place);
