/** An object of JSON values. */
export type Fields = Readonly<Record<string, unknown>>;

/** Is it an object with fields (neither a list nor null)? */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a value that is an object; else none. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** A JSON value in words: a text as it is, anything else as JSON. `String()` throws on an object whose `toString` is no function. */
export const valueWords = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');

/** A JSON value as text with the fields of every object by name: two orders of the same fields give the same text. */
export const sortedJson = (value: unknown, indent?: number): string =>
  JSON.stringify(
    value,
    (_, each: unknown) =>
      isFields(each)
        ? Object.fromEntries(Object.entries(each).sort(([left], [right]) => (left < right ? -1 : 1)))
        : each,
    indent,
  );
