import { isFields } from '@/lib/json-value.ts';
import { failed, type Result, success } from '@/lib/result.ts';

/** The kinds of value that the form has controls for; every other schema is `raw`: it is shown, and edited, as JSON. */
export const FIELD_TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A property of an object schema, as a form shows it. */
export interface SchemaField {
  /** The keys that lead to its schema from the root, such as `properties`, `todos`, `items`, `properties`, `status`. */
  readonly path: readonly string[];
  readonly name: string;
  readonly type: FieldType | 'raw';
  readonly description: string;
  readonly isRequired: boolean;
  /** The values of an `enum` of texts; empty: any text. */
  readonly options: readonly string[];
  /** What an array holds; `undefined` for what is no array. */
  readonly itemType: FieldType | 'raw' | undefined;
  /** The properties of an object, or of the objects in an array. */
  readonly children: readonly SchemaField[] | undefined;
  /** Where new children go. */
  readonly childPath: readonly string[];
  /** Keywords that the form has no control for, as `minimum: 1, default: 5`. */
  readonly others: string;
  /** Its whole schema. */
  readonly json: string;
}

export type Schema = Readonly<Record<string, unknown>>;

/** The fields of a tool's input schema; a `schema-invalid` failure for what the form could not edit without losing something. */
export function schemaFields(text: string): Result<readonly SchemaField[]> {
  const schema = readSchema(text);
  return schema.ok ? success(fieldsOf(schema.value, [])) : schema;
}

/** The schema in a text that survives being written again. */
export function readSchema(text: string): Result<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fault(`The schema is not JSON: ${(error as Error).message}.`);
  }
  if (!isFields(value) || value['type'] !== 'object') return fault('The schema is no object with "type": "object".');
  const { properties, required } = value;
  if (properties !== undefined && !isFields(properties)) return fault('"properties" must be an object.');
  if (required !== undefined && !isNames(required)) return fault('"required" must be a list of names.');
  if (withoutBlanks(text) !== JSON.stringify(value))
    return fault(
      'The form would rewrite this schema: a name stands in it twice, or a number is longer than it can hold.',
    );
  return success(value);
}

const fault = (message: string) =>
  failed({ code: 'schema-invalid' as const, message, place: 'Input schema', fix: 'Edit it as JSON.' });

const withoutBlanks = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (token) => (token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : ''));

export const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const SHOWN = new Set(['type', 'description', 'enum', 'items', 'properties', 'required', 'additionalProperties']);

function fieldsOf(schema: Schema, path: readonly string[]): SchemaField[] {
  const properties = isFields(schema['properties']) ? schema['properties'] : {};
  const required = isNames(schema['required']) ? schema['required'] : [];
  return Object.entries(properties).map(([name, value]) =>
    fieldOf(name, value, [...path, 'properties', name], required.includes(name)),
  );
}

function fieldOf(name: string, value: unknown, path: readonly string[], isRequired: boolean): SchemaField {
  const schema = isFields(value) ? value : {};
  const type = isFields(value) ? typeOf(schema) : 'raw';
  const { description, items } = schema;
  const itemType = type !== 'array' ? undefined : isFields(items) ? typeOf(items) : 'raw';
  const childPath = type === 'object' ? path : [...path, 'items'];
  const parent = type === 'object' ? schema : itemType === 'object' && isFields(items) ? items : undefined;
  const others = Object.entries(schema).filter(([key]) => !SHOWN.has(key));
  return {
    path,
    name,
    type,
    isRequired,
    description: typeof description === 'string' ? description : '',
    options: isNames(schema['enum']) ? schema['enum'] : [],
    itemType,
    children: parent && fieldsOf(parent, childPath),
    childPath,
    others: others.map(([key, each]) => `${key}: ${JSON.stringify(each)}`).join(', '),
    json: JSON.stringify(value, null, 2),
  };
}

/** The type that controls can stand for: a single known one, with texts alone in its `enum`, and readable parts. */
function typeOf(schema: Schema): FieldType | 'raw' {
  const type = FIELD_TYPES.find((each) => each === schema['type']);
  const { enum: options, properties, required, description } = schema;
  const isPlain =
    (options === undefined || (type === 'string' && isNames(options))) &&
    (properties === undefined || isFields(properties)) &&
    (required === undefined || isNames(required)) &&
    (description === undefined || typeof description === 'string');
  return type && isPlain ? type : 'raw';
}
