/** A text as one word of a POSIX shell. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** A text as a scalar of YAML; JSON's strings are YAML's double-quoted ones, and Python's too. */
export const quoted = (text: string): string => JSON.stringify(text);
