import { fieldsOf } from '@/lib/json-value.ts';
import { rememberPair } from '@/lib/remember.ts';
import type { Document } from './document.ts';
import { type Item, itemKey, itemPlaces } from './item-places.ts';
import { isSameValue } from './same-value.ts';

const isSameItem = rememberPair<Item, Item, boolean>(isSameValue);

/** Items that are new, gone or different, and one more when those in both stand in another order. */
const listChanges = rememberPair((now: readonly Item[], before: readonly Item[]): number => {
  const places = itemPlaces(before);
  let kept = 0;
  let changed = 0;
  let last = -1;
  let isReordered = false;
  for (const item of now) {
    const place = places.get(itemKey(item)) ?? -1;
    const original = before[place];
    if (!original) continue;
    kept += 1;
    if (!isSameItem(item, original)) changed += 1;
    if (place < last) isReordered = true;
    last = place;
  }
  return changed + (now.length - kept) + (before.length - kept) + (isReordered ? 1 : 0);
});

const fieldChanges = rememberPair((now: object, before: object): number => {
  const [left, right] = [fieldsOf(now), fieldsOf(before)];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].filter((name) => !isSameValue(left[name], right[name])).length;
});

/** How many things a person changed since the preset: each section, flag, file, tool, turn or setting counts once. */
export function countChanges(document: Document, preset: Document): number {
  return (
    listChanges(document.sections, preset.sections) +
    listChanges(document.tools, preset.tools) +
    listChanges(document.mcpServers, preset.mcpServers) +
    listChanges(document.conversation, preset.conversation) +
    listChanges(document.memoryFiles, preset.memoryFiles) +
    fieldChanges(document.flags, preset.flags) +
    fieldChanges(document.environment, preset.environment) +
    fieldChanges(document.prompts, preset.prompts) +
    fieldChanges(document.cache, preset.cache) +
    fieldChanges(document.gitStatus, preset.gitStatus) +
    fieldChanges(document.memorySources, preset.memorySources) +
    fieldChanges(document.client, preset.client) +
    [
      document.boundary !== preset.boundary && document.sections.length === preset.sections.length,
      document.draft !== preset.draft,
      document.model !== preset.model,
      document.maxTokens !== preset.maxTokens,
      document.backend !== preset.backend,
      document.layout !== preset.layout,
      document.fields !== preset.fields,
      !isSameValue(document.price, preset.price),
      document.title !== preset.title,
      !isSameValue(document.imported, preset.imported),
    ].filter(Boolean).length
  );
}
