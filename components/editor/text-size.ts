const LONG = 200_000;
const MANY_LINES = 3_000;

/** Long texts are edited without highlighting and without wrapping, so that a keystroke stays cheap. In UTF-16 units. */
export const isLong = (length: number): boolean => length > LONG;

/** How many lines a text has, from 1. */
function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The lines of a text that is small enough to be drawn whole, without CodeMirror's window on it; else `undefined`. */
export function drawableLines(text: string): readonly string[] | undefined {
  return isLong(text.length) || countLines(text) > MANY_LINES ? undefined : text.split('\n');
}
