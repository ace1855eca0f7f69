/** Fields under which captures, logs and settings hold what is secret; escaped where the JSON stands in a string. */
const SECRET_FIELD =
  /(?:headers|cookies?|auth(?:orization)?|(?:api|access|private|secret)[-_]?keys?|secrets?|passwords?|token)\\*"\s*:/i;
const SECRET_VALUE = /\bbearer\s|\bsk-[\w-]{8}/i;

/** Is it JSON, whole or begun, in which no key, cookie or header is to be expected? Of other texts, commands above all, nobody can say. */
export const holdsNoKeys = (text: string): boolean =>
  /^\s*[{[]/.test(text) && !SECRET_FIELD.test(text) && !SECRET_VALUE.test(text);
