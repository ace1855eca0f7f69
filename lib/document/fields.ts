/** An object of JSON values. */
export type Fields = Readonly<Record<string, unknown>>;

/** Is it an object with fields (neither a list nor null)? */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
