import { rememberEach } from '@/lib/remember.ts';

/** What a list of the document holds; its id or path tells it from the others. */
export type Item = { readonly id: string } | { readonly path: string };

export const itemKey = (item: Item): string => ('id' in item ? item.id : item.path);

/** Where each item of a list stands, by its key; kept with the list, which is looked into at every key. */
export const itemPlaces = rememberEach(
  (items: readonly Item[]): ReadonlyMap<string, number> => new Map(items.map((item, place) => [itemKey(item), place])),
);
