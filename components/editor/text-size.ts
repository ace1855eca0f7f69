const LONG = 200_000;
const MANY_LINES = 3_000;

/** Long texts are edited without highlighting and without wrapping, so that a keystroke stays cheap. In UTF-16 units. */
export const isLong = (length: number): boolean => length > LONG;

/** Is a text small enough to be drawn line by line, without CodeMirror's window on it? */
export function isDrawable(text: string): boolean {
  if (isLong(text.length)) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= MANY_LINES; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines <= MANY_LINES;
}
