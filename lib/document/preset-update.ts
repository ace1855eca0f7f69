import { isFields, sortedJson } from '@/lib/json-value.ts';
import { differenceOf } from './difference.ts';
import type { Document } from './document.ts';

/** Something that a newer version of a preset changes, and that a document has otherwise. Texts are for a person to compare. */
export interface PresetChange {
  readonly key: string;
  readonly title: string;
  /** `undefined`: not there. */
  readonly mine: string | undefined;
  readonly next: string | undefined;
  /** The document has it otherwise than the version that it came from: a person changed it. */
  readonly isEdited: boolean;
}

type ListName = 'sections' | 'tools' | 'mcpServers' | 'memoryFiles';
type Item = Document[ListName][number];
type Settings = Omit<Document, ListName | 'preset' | 'version' | 'boundary' | 'imported'>;

const LISTS = { sections: 'Section', tools: 'Tool', mcpServers: 'MCP server', memoryFiles: 'Memory file' } as const;

const SETTINGS = {
  title: 'Title',
  flags: 'Flags',
  environment: 'Environment',
  prompts: 'System prompts',
  memorySources: 'Memory sources',
  gitStatus: 'Git status',
  client: 'Client',
  layout: 'Layout',
  fields: 'Other fields of the request',
  price: 'Price',
  conversation: 'Conversation',
  draft: 'Next message',
  model: 'Model',
  maxTokens: 'Max tokens',
  cache: 'Caching',
  backend: 'Backend',
} as const satisfies Record<keyof Settings, string>;

const listNames = Object.keys(LISTS) as ListName[];
const settingNames = Object.keys(SETTINGS) as (keyof Settings)[];

/** What a newer version of its preset would change in a document that was made from an older one. */
export function presetChanges(document: Document, old: Document, next: Document): PresetChange[] {
  const change = (key: string, title: string, [mine, before, after]: readonly unknown[]): PresetChange[] =>
    isSame(before, after) || isSame(mine, after)
      ? []
      : [{ key, title, mine: readable(mine), next: readable(after), isEdited: !isSame(mine, before) }];
  const items = listNames.flatMap((list) => {
    const itemsOf = (each: Document): Items => byKey<Item>(each[list]);
    const [mine, before, after] = [itemsOf(document), itemsOf(old), itemsOf(next)];
    return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
      const name = nameOf(after.get(key) ?? before.get(key));
      return change(`${list}:${key}`, `${LISTS[list]} ${name}`, [mine.get(key), before.get(key), after.get(key)]);
    });
  });
  const settings = settingNames.flatMap((name) =>
    change(name, SETTINGS[name], [document[name], old[name], next[name]]),
  );
  return [...items, ...settings];
}

/** The document on the newer version: new where the preset has changed, but for the changes whose keys are to stay as they are. */
export function updateToPreset(
  document: Document,
  old: Document,
  next: Document,
  keptKeys: ReadonlySet<string>,
): Document {
  const taken = new Set(
    presetChanges(document, old, next)
      .map(({ key }) => key)
      .filter((key) => !keptKeys.has(key)),
  );
  const settings = Object.fromEntries(settingNames.filter((name) => taken.has(name)).map((name) => [name, next[name]]));
  const sections = merged(document.sections, next.sections, 'sections', taken);
  const isStatic = regionOf(document, old, next);
  return withoutUndefined({
    ...document,
    ...settings,
    preset: next.preset,
    sections: [...sections.filter(({ id }) => isStatic(id)), ...sections.filter(({ id }) => !isStatic(id))],
    boundary: sections.filter(({ id }) => isStatic(id)).length,
    tools: merged(document.tools, next.tools, 'tools', taken),
    mcpServers: merged(document.mcpServers, next.mcpServers, 'mcpServers', taken),
    memoryFiles: merged(document.memoryFiles, next.memoryFiles, 'memoryFiles', taken),
  });
}

/** A section stands where a person moved it, else where the newer version has it. */
function regionOf(document: Document, old: Document, next: Document): (id: string) => boolean {
  const statics = [document, old, next].map(({ sections, boundary }) => {
    const ids = sections.map(({ id }) => id);
    return (id: string) => (ids.includes(id) ? ids.indexOf(id) < boundary : undefined);
  });
  return (id) => {
    const [mine, before, after] = statics.map((each) => each(id));
    return (mine !== undefined && mine !== before ? mine : (after ?? mine)) ?? false;
  };
}

/** The document's order; what is new stands behind the item that it stands behind in the newer version. */
function merged<T extends Item>(
  mine: readonly T[],
  next: readonly T[],
  list: ListName,
  taken: ReadonlySet<string>,
): T[] {
  const after = byKey(next);
  const isTaken = (item: Item) => taken.has(`${list}:${keyOf(item)}`);
  const result = mine.flatMap((item) => {
    const instead = after.get(keyOf(item));
    return isTaken(item) ? (instead ? [instead] : []) : [item];
  });
  for (const [index, item] of next.entries()) {
    if (!isTaken(item) || result.some((each) => keyOf(each) === keyOf(item))) continue;
    const before = next[index - 1];
    result.splice(before ? result.findIndex((each) => keyOf(each) === keyOf(before)) + 1 : 0, 0, item);
  }
  return result;
}

type Items = ReadonlyMap<string, Item>;

const keyOf = (item: Item): string => ('id' in item ? item.id : item.path);
const byKey = <T extends Item>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [keyOf(item), item]));

function nameOf(item: Item | undefined): string {
  if (!item) return '';
  if ('title' in item) return item.title;
  return 'name' in item ? item.name : item.path;
}

/** A document that was read has its fields in the order of the schema: order says nothing. */
const isSame = (left: unknown, right: unknown): boolean =>
  left === right || (left !== undefined && right !== undefined && differenceOf(left, right) === undefined);

/** A value as lines that can be compared: texts as they are, the rest as JSON; an item's own text apart from its settings. */
function readable(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if (!isFields(value)) return laidOut(value);
  const { text, description, id: _, ...rest } = value;
  const words = [text, description].filter((each) => typeof each === 'string');
  return [...words, laidOut(rest)].join('\n\n');
}

/** JSON with its fields by name, so that two orders of the same fields are no difference. */
const laidOut = (value: unknown): string => sortedJson(value, 2);

/** Fields that the newer version does not have go. */
function withoutUndefined(document: Document): Document {
  const { layout, fields, price, ...rest } = document;
  return { ...rest, ...(layout && { layout }), ...(fields !== undefined && { fields }), ...(price && { price }) };
}
