import { z } from 'zod';
import { type Fields, isFields } from '@/lib/json-value.ts';

/** Zod whole, for the tools of presets, which are no client code; they have it from here. */
export { z };

/** What a tool takes, as JSON Schema text; made by Zod's own converter, in the order of keys of the published presets. */
export function inputSchema(input: z.ZodObject): string {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' });
  return JSON.stringify(schemaInOrder(schema));
}

/** Facts of a value, then its description, then what it contains; plain items count as a fact. */
const ORDER = ['type', 'format', 'pattern', 'minLength', 'maxLength', 'enum', 'minimum', 'maximum', 'default'].concat([
  'minItems',
  'maxItems',
  'plainItems',
  'description',
  'items',
  'properties',
  'required',
  'additionalProperties',
]);

function schemaInOrder(schema: Fields): Fields {
  const rank = (key: string) => {
    const items = schema['items'];
    return ORDER.indexOf(key === 'items' && isFields(items) && items['properties'] === undefined ? 'plainItems' : key);
  };
  const keys = Object.keys(schema).filter((key) => !isUnsaid(key, schema[key]));
  const entries = keys
    .toSorted((left, right) => rank(left) - rank(right))
    .map((key) => [key, inOrder(key, schema[key])]);
  return Object.fromEntries(entries);
}

function inOrder(key: string, value: unknown): unknown {
  if (key === 'properties' && isFields(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, isFields(each) ? schemaInOrder(each) : each]),
    );
  }
  return key === 'items' && isFields(value) ? schemaInOrder(value) : value;
}

/** Zod bounds every integer by what a double holds exactly; a model need not be told. */
const isUnsaid = (key: string, value: unknown): boolean =>
  (key === 'maximum' && value === Number.MAX_SAFE_INTEGER) || (key === 'minimum' && value === Number.MIN_SAFE_INTEGER);
