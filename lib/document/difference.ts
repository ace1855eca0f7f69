import { type Fields, isFields } from '@/lib/json-value.ts';
import { spliceOf, type TextSplice } from './text-splice.ts';

/**
 * What turns one JSON value into another, read beside the base it was made from: `[]` a field that is gone, `[value]` a list or
 * object instead, `[start, removed, inserted]` a splice of a text, an object the changes of a field or list, the rest is the value.
 */
export type Difference =
  | null
  | boolean
  | number
  | string
  | readonly []
  | readonly [value: unknown]
  | TextSplice
  | ListDifference
  | { readonly [field: string]: Difference };

/**
 * Changes of a list whose items have an `id` or a `path`: of items by that key, items that are new, and the order of the result as
 * places in the old list followed by the new items; absent while every old item stays where it was and new ones stand at the end.
 */
interface ListDifference {
  readonly change?: { readonly [key: string]: Difference };
  readonly add?: readonly unknown[];
  readonly order?: readonly number[];
}

const LIST_KEYS = ['id', 'path'] as const;
type ListKey = (typeof LIST_KEYS)[number];

/** The difference from `base` to `next`, both JSON values; `undefined` when they are equal. A field that is undefined is not there. */
export function differenceOf(base: unknown, next: unknown): Difference | undefined {
  if (base === next) return undefined;
  if (typeof base === 'string' && typeof next === 'string') return spliceOf(base, next);
  if (Array.isArray(base) && Array.isArray(next)) return listDifference(base, next);
  if (isFields(base) && isFields(next)) return fieldDifference(base, next);
  return instead(next);
}

const instead = (value: unknown): Difference =>
  typeof value === 'object' && value !== null ? [value] : (value as Difference);

function fieldDifference(base: Fields, next: Fields): Difference | undefined {
  const has = (fields: Fields, name: string) => Object.hasOwn(fields, name) && fields[name] !== undefined;
  const gone = Object.keys(base).filter((name) => has(base, name) && !has(next, name));
  const changes = Object.keys(next).flatMap((name): [string, Difference][] => {
    if (!has(next, name)) return [];
    const change = has(base, name) ? differenceOf(base[name], next[name]) : instead(next[name]);
    return change === undefined ? [] : [[name, change]];
  });
  if (gone.length + changes.length === 0) return undefined;
  return Object.fromEntries([...changes, ...gone.map((name): [string, Difference] => [name, []])]);
}

function listDifference(base: readonly unknown[], next: readonly unknown[]): Difference | undefined {
  const key = keyOf(base);
  if (key && isKeyedBy(base, key) && isKeyedBy(next, key)) return keyedDifference(base, next, key);
  const isSame = base.length === next.length && base.every((item, at) => differenceOf(item, next[at]) === undefined);
  return isSame ? undefined : [next];
}

function keyedDifference(base: readonly Fields[], next: readonly Fields[], key: ListKey): Difference | undefined {
  const places = new Map(base.map((item, place) => [item[key], place]));
  const add = next.filter((item) => !places.has(item[key]));
  for (const item of add) places.set(item[key], places.size);
  const order = next.map((item) => places.get(item[key]) ?? -1);
  const change = next.flatMap((item, at): [string, Difference][] => {
    const old = base[order[at] ?? -1];
    const changed = old && differenceOf(old, item);
    return changed === undefined ? [] : [[String(item[key]), changed]];
  });
  const isMoved = order.length < places.size || order.some((place, at) => place !== at);
  if (change.length === 0 && add.length === 0 && !isMoved) return undefined;
  return {
    ...(change.length > 0 && { change: Object.fromEntries(change) }),
    ...(add.length > 0 && { add }),
    ...(isMoved && { order }),
  };
}

/** The field by which the items of a list can be told apart; `undefined` when there is none. */
export function keyOf(items: readonly unknown[]): ListKey | undefined {
  return LIST_KEYS.find((key) => isKeyedBy(items, key));
}

function isKeyedBy(items: readonly unknown[], key: ListKey): items is readonly Fields[] {
  const keys = items.map((item) => (isFields(item) ? item[key] : undefined));
  return keys.every((each) => typeof each === 'string') && new Set(keys).size === keys.length;
}
