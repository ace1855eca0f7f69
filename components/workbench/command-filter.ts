/** How well a line of the palette answers what was typed: 1 when each of its words stands in the line, in any order, else 0. */
export function commandScore(line: string, typed: string): number {
  const known = line.toLowerCase();
  const words = typed.toLowerCase().split(/\s+/);
  return words.every((word) => known.includes(word)) ? 1 : 0;
}
