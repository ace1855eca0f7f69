import { isFields } from '@/lib/json-value.ts';
import { freeName } from './free-name.ts';
import { type FieldType, isNames, readSchema, type Schema } from './schema-fields.ts';

/*
 * Edits of a schema's text by path, for the form. What an edit does not name stays, the order of keys and the manner of indenting as
 * well; a text that the form cannot read, and a path that leads nowhere, change nothing.
 */

type Path = readonly string[];

/** Puts a text field without description behind the others of an object. */
export function addField(text: string, objectPath: Path): string {
  return edited(text, objectPath, (object) => {
    const properties = propertiesOf(object);
    const name = freeName('field', Object.keys(properties));
    return { ...object, properties: { ...properties, [name]: { type: 'string', description: '' } } };
  });
}

export function removeField(text: string, path: Path): string {
  return onParent(text, path, (entries, name) => entries.filter(([each]) => each !== name));
}

/** Moves a field one place up (-1) or down (1) among its fellows. */
export function stepField(text: string, path: Path, by: -1 | 1): string {
  return onParent(text, path, (entries, name) => {
    const from = entries.findIndex(([each]) => each === name);
    const [entry, to] = [entries[from], from + by];
    return entry && to >= 0 && to < entries.length ? entries.toSpliced(from, 1).toSpliced(to, 0, entry) : entries;
  });
}

/** What is wrong with a new name, in a sentence; `undefined` when the field may be called so. */
export function fieldNameFault(name: string, others: readonly string[]): string | undefined {
  if (name.trim() === '') return 'A field needs a name.';
  if (/^(?:0|[1-9]\d*)$/.test(name)) return 'A number as a name would not keep its place.';
  return others.includes(name) ? 'Another field has this name.' : undefined;
}

/** Gives a field another name, in its place, and in the list of required ones. */
export function renameField(text: string, path: Path, name: string): string {
  return onParent(text, path, (entries, old) => {
    const others = entries.map(([each]) => each).filter((each) => each !== old);
    if (fieldNameFault(name, others) !== undefined) return entries;
    return entries.map(([each, value]) => [each === old ? name : each, value]);
  });
}

export function requireField(text: string, path: Path, isRequired: boolean): string {
  const name = path.at(-1) ?? '';
  return edited(text, path.slice(0, -2), (object) => {
    const { required, ...rest } = object;
    const names = isNames(required) ? required.filter((each) => each !== name) : [];
    const order = Object.keys(propertiesOf(object));
    const next = isRequired ? inOrder([...names, name], order) : names;
    return next.length === 0 && required === undefined ? rest : { ...object, required: next };
  });
}

export function describeField(text: string, path: Path, description: string): string {
  return edited(text, path, (schema) => ({ ...schema, description }));
}

/** Another type; of the rest of the schema only the description fits it. */
export function retypeField(text: string, path: Path, type: FieldType): string {
  return edited(text, path, (schema) =>
    schema['type'] === type ? schema : { ...plain(type), ...description(schema) },
  );
}

export function retypeItems(text: string, path: Path, type: FieldType): string {
  return edited(text, path, (schema) => ({ ...schema, items: plain(type) }));
}

/** The texts that a field may have; none: any. */
export function setOptions(text: string, path: Path, options: readonly string[]): string {
  return edited(text, path, ({ enum: _, ...schema }) =>
    options.length === 0 ? schema : { ...schema, enum: [...new Set(options)] },
  );
}

/** Another schema for a field; `undefined` when the text is no JSON object or boolean. */
export function replaceField(text: string, path: Path, json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    if (!isFields(value) && typeof value !== 'boolean') return undefined;
    return onParent(text, path, (entries, name) => entries.map(([each, old]) => [each, each === name ? value : old]));
  } catch {
    return undefined;
  }
}

const plain = (type: FieldType): Schema => ({
  type,
  ...(type === 'array' && { items: { type: 'string' } }),
  ...(type === 'object' && { properties: {}, required: [], additionalProperties: false }),
});

const description = (schema: Schema): Schema =>
  typeof schema['description'] === 'string' ? { description: schema['description'] } : {};

const propertiesOf = (object: Schema): Schema => (isFields(object['properties']) ? object['properties'] : {});

const inOrder = (names: readonly string[], order: readonly string[]): string[] =>
  names.toSorted((left, right) => order.indexOf(left) - order.indexOf(right));

/** The properties of the object that a field is in, changed as a list; required names follow. */
function onParent(
  text: string,
  path: Path,
  change: (entries: readonly (readonly [string, unknown])[], name: string) => readonly (readonly [string, unknown])[],
): string {
  const name = path.at(-1) ?? '';
  return edited(text, path.slice(0, -2), (object) => {
    const before = Object.entries(propertiesOf(object));
    const after = change(before, name);
    const names = after.map(([each]) => each);
    // A list as long as before has at most one other name, in the old one's place or moved.
    const renamed = names.find((each) => !before.some(([old]) => old === each));
    const required = isNames(object['required'])
      ? object['required'].flatMap((each) =>
          each !== name || names.includes(name) ? [each] : renamed ? [renamed] : [],
        )
      : undefined;
    return { ...object, properties: Object.fromEntries(after), ...(required && { required }) };
  });
}

function edited(text: string, path: Path, change: (schema: Schema) => Schema): string {
  const schema = readSchema(text);
  if (!schema.ok) return text;
  const next = changedAt(schema.value, path, change);
  return next === schema.value ? text : JSON.stringify(next, null, indentOf(text));
}

function changedAt(schema: Schema, [key, ...rest]: Path, change: (schema: Schema) => Schema): Schema {
  if (key === undefined) return change(schema);
  const inner = Object.hasOwn(schema, key) ? schema[key] : undefined;
  if (!isFields(inner)) return schema;
  const next = changedAt(inner, rest, change);
  return next === inner ? schema : { ...schema, [key]: next };
}

/** The blanks in front of the first key on a line of its own; `undefined` for a text in one line. */
const indentOf = (text: string): string | undefined => /^\{\s*\n([ \t]+)/.exec(text)?.[1];
