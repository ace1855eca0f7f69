export const MAX_PATH_LENGTH = 2000;
export const TOO_LONG = `A path has ${MAX_PATH_LENGTH.toLocaleString('en')} characters at most.`;
const MAX_TOKENS = 1_000_000;
const MAX_PIXELS = 8000;

/*
 * What is wrong with the text of a field, in a sentence for the field; `undefined` when the document may hold it.
 */

/** An absolute directory. */
export function directoryFault(text: string): string | undefined {
  if (text.length > MAX_PATH_LENGTH) return TOO_LONG;
  return text.startsWith('/') ? undefined : 'A directory is an absolute path: it starts with /.';
}

/** A directory that may be below the working directory, under `~/`, or not set at all. */
export const placeFault = (text: string): string | undefined => (text.length > MAX_PATH_LENGTH ? TOO_LONG : undefined);

/** A day as YYYY-MM-DD, or nothing. */
export function dateFault(text: string): string | undefined {
  if (text === '') return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  const isReal = isDay && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
  return isReal ? undefined : 'A date is written YYYY-MM-DD.';
}

/** The version that a client names. */
export function versionFault(text: string): string | undefined {
  if (text.trim() === '') return 'A client names its version.';
  return text.length > 500 ? 'A version has 500 characters at most.' : undefined;
}

/** Tokens the reply may take. */
export function maxTokensFault(text: string): string | undefined {
  const isRight = /^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_TOKENS;
  return isRight ? undefined : `A whole number from 1 to ${MAX_TOKENS.toLocaleString('en')}.`;
}

/** An edge of a picture, in pixels; the provider takes up to 8,000. */
export function pixelsFault(text: string): string | undefined {
  const isRight = /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_PIXELS;
  return isRight ? undefined : `A whole number from 1 to ${MAX_PIXELS.toLocaleString('en')}.`;
}
