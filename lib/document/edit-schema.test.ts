import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as edit from './edit-schema.ts';
import { PRESETS } from './presets.ts';
import { FIELD_TYPES, type SchemaField, schemaFields } from './schema-fields.ts';

const TEXT = JSON.stringify({
  type: 'object',
  properties: {
    path: { type: 'string', description: 'Where', minLength: 1 },
    mode: { type: 'string', enum: ['a', 'b'], description: 'How' },
    todos: { type: 'array', items: { type: 'object', properties: { done: { type: 'boolean' } }, required: ['done'] } },
    any: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  },
  required: ['path', 'todos'],
  additionalProperties: false,
});

const fieldsOf = (text: string): readonly SchemaField[] => {
  const read = schemaFields(text);
  return read.ok ? read.value : [];
};
const names = (text: string) => fieldsOf(text).map(({ name }) => name);
const at = (...keys: string[]) => ['properties', ...keys];
const all = (fields: readonly SchemaField[]): SchemaField[] =>
  fields.flatMap((field) => [field, ...all(field.children ?? [])]);

describe('the form of a schema', () => {
  it('TOOL-1: shows name, type, description, required, enum and what is inside', () => {
    expect(fieldsOf(TEXT)).toMatchObject([
      { name: 'path', type: 'string', description: 'Where', isRequired: true, others: 'minLength: 1' },
      { name: 'mode', options: ['a', 'b'], isRequired: false },
      { name: 'todos', type: 'array', itemType: 'object', children: [{ name: 'done', isRequired: true }] },
      { name: 'any', type: 'raw' },
    ]);
  });

  it.each([
    ['{', /not JSON/],
    ['[]', /no object/],
    ['{"type":"string"}', /no object/],
    ['{"type":"object","properties":[]}', /"properties"/],
    ['{"type":"object","required":[1]}', /"required"/],
    ['{"type":"object","type":"object"}', /twice/],
    ['{"type":"object","x":12345678901234567890}', /longer/],
  ])('TOOL-2: leaves alone what it could not write again: %s', (text, message) => {
    expect(schemaFields(text)).toMatchObject({ ok: false, failure: { message: expect.stringMatching(message) } });
    expect(edit.addField(text, [])).toBe(text);
  });

  it('TOOL-3: edits what is named, and keeps the rest', () => {
    expect(names(edit.addField(TEXT, []))).toEqual(['path', 'mode', 'todos', 'any', 'field']);
    expect(names(edit.removeField(TEXT, at('path')))).toEqual(['mode', 'todos', 'any']);
    expect(JSON.parse(edit.removeField(TEXT, at('path'))).required).toEqual(['todos']);
    expect(names(edit.stepField(TEXT, at('mode'), -1))).toEqual(['mode', 'path', 'todos', 'any']);
    const renamed = edit.renameField(TEXT, at('path'), 'file');
    expect(names(renamed)).toEqual(['file', 'mode', 'todos', 'any']);
    expect(JSON.parse(renamed).required).toEqual(['file', 'todos']);
    expect(edit.renameField(TEXT, at('path'), 'mode')).toBe(TEXT);
    expect(JSON.parse(edit.requireField(TEXT, at('mode'), true)).required).toEqual(['path', 'mode', 'todos']);
    expect(JSON.parse(edit.requireField(TEXT, at('path'), false)).required).toEqual(['todos']);
    expect(fieldsOf(edit.setOptions(TEXT, at('mode'), ['x', 'x', 'y']))[1]?.options).toEqual(['x', 'y']);
    expect(fieldsOf(edit.setOptions(TEXT, at('mode'), []))[1]?.options).toEqual([]);
    const inner = edit.describeField(TEXT, [...at('todos'), 'items', 'properties', 'done'], 'Is it?');
    expect(fieldsOf(inner)[2]?.children?.[0]?.description).toBe('Is it?');
    expect(names(inner)).toEqual(names(TEXT));
  });

  it('TOOL-4: another type keeps the description; JSON takes the place of a whole field', () => {
    expect(JSON.parse(edit.retypeField(TEXT, at('mode'), 'integer')).properties.mode).toEqual({
      type: 'integer',
      description: 'How',
    });
    expect(JSON.parse(edit.retypeItems(TEXT, at('todos'), 'number')).properties.todos.items).toEqual({
      type: 'number',
    });
    expect(JSON.parse(edit.replaceField(TEXT, at('any'), '{"const":1}') ?? '').properties.any).toEqual({ const: 1 });
    expect(edit.replaceField(TEXT, at('any'), '{"const":')).toBeUndefined();
    expect(edit.replaceField(TEXT, at('any'), '7')).toBeUndefined();
  });

  it('TOOL-3: keeps the manner in which the text is laid out', () => {
    const laid = JSON.stringify(JSON.parse(TEXT), null, 4);
    expect(edit.describeField(laid, at('path'), 'There')).toBe(laid.replace('"Where"', '"There"'));
    expect(edit.describeField(TEXT, at('path'), 'There')).toBe(TEXT.replace('"Where"', '"There"'));
  });

  it.each(['', ' ', '7', 'mode'])('TOOL-3: refuses the name %j', (name) => {
    expect(edit.fieldNameFault(name, ['mode'])).toBeDefined();
  });

  it('TOOL-3: an edit and its opposite give back the same text, in every built-in tool', () => {
    const texts = PRESETS[0].document.tools.map(({ inputSchema }) => inputSchema);
    for (const text of texts)
      for (const { path, name, description, isRequired, children } of all(fieldsOf(text))) {
        const renamed = edit.renameField(text, path, `${name}_`);
        expect(edit.renameField(renamed, [...path.slice(0, -1), `${name}_`], name)).toBe(text);
        if (description !== '')
          expect(edit.describeField(edit.describeField(text, path, '-'), path, description)).toBe(text);
        expect(edit.requireField(edit.requireField(text, path, !isRequired), path, isRequired)).toBe(text);
        expect(children === undefined || children.length > 0).toBe(true);
      }
  });

  it('TOOL-2: whatever the text, an edit gives a schema that can be edited again, or the text itself', () => {
    const schema = fc
      .json({ maxDepth: 4 })
      .map((json) => `{"type":"object","properties":{"a":${json},"b":{"type":"string"}}}`);
    fc.assert(
      fc.property(schema, fc.constantFrom(...FIELD_TYPES), fc.string(), (text, type, word) => {
        const steps = [
          edit.addField(text, []),
          edit.retypeField(text, at('a'), type),
          edit.renameField(text, at('b'), word),
          edit.setOptions(text, at('b'), [word]),
          edit.stepField(text, at('b'), -1),
        ];
        for (const next of steps) expect(next === text || schemaFields(next).ok).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
