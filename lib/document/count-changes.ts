import type { Document } from './document.ts';
import { isSameValue } from './same-value.ts';

/** Items that are new, gone or different, and one more when those in both stand in another order. */
function listChanges<T>(now: readonly T[], before: readonly T[], keyOf: (item: T) => string): number {
  if (now === before) return 0;
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const kept = now.filter((item) => old.has(keyOf(item)));
  const changed = kept.filter((item) => !isSameValue(item, old.get(keyOf(item)))).length;
  const stayed = new Set(kept.map(keyOf));
  const order = before.map(keyOf).filter((key) => stayed.has(key));
  const isReordered = kept.some((item, index) => keyOf(item) !== order[index]);
  return changed + (now.length - kept.length) + (before.length - kept.length) + (isReordered ? 1 : 0);
}

function fieldChanges<T extends object>(now: T, before: T): number {
  if (now === before) return 0;
  const keys = new Set([...Object.keys(now), ...Object.keys(before)]) as Set<keyof T>;
  return [...keys].filter((key) => !isSameValue(now[key], before[key])).length;
}

/** How many things a person changed since the preset: each section, flag, file, tool, turn or setting counts once. */
export function countChanges(document: Document, preset: Document): number {
  const byId = ({ id }: { readonly id: string }) => id;
  return (
    listChanges(document.sections, preset.sections, byId) +
    listChanges(document.tools, preset.tools, byId) +
    listChanges(document.mcpServers, preset.mcpServers, byId) +
    listChanges(document.conversation, preset.conversation, byId) +
    listChanges(document.memoryFiles, preset.memoryFiles, ({ path }) => path) +
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
