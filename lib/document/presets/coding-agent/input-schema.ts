/** A property of a tool's input: a JSON Schema that says what the property is for. */
export type SchemaProperty = { readonly type: string; readonly description: string } & Readonly<
  Record<string, unknown>
>;

/** JSON text of the schema of an input object with these properties; others are refused. */
export function inputSchema(
  properties: Readonly<Record<string, SchemaProperty>>,
  required: readonly string[] = Object.keys(properties),
): string {
  return JSON.stringify({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  });
}
