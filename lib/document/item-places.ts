/** What a list of the document holds; its id or path tells it from the others. */
export type Item = { readonly id: string } | { readonly path: string };

export const itemKey = (item: Item): string => ('id' in item ? item.id : item.path);

/** Kept with the list: a preset's lists stay for good, and are looked into at every key. */
const known = new WeakMap<readonly Item[], ReadonlyMap<string, number>>();

/** Where each item of a list stands, by its key. */
export function itemPlaces(items: readonly Item[]): ReadonlyMap<string, number> {
  const places = known.get(items) ?? new Map(items.map((item, place) => [itemKey(item), place]));
  known.set(items, places);
  return places;
}
