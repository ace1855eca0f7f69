/** Where a new part begins: a heading of the first level, or the git status at the end of a prompt. */
const PART = /^(?:# \S|gitStatus: )/;
const FENCE = /^\s*(?:```|~~~)/;

/** A text in parts that give it back when they are joined by a blank line; headings in fenced code begin none. */
export function splitAtHeadings(text: string): string[] {
  const lines = text.split('\n');
  const parts: string[][] = [[]];
  let isFenced = false;
  for (const [index, line] of lines.entries()) {
    if (FENCE.test(line)) isFenced = !isFenced;
    const open = parts.at(-1) ?? [];
    // The blank line in front is what joins the parts, so something must stand before it.
    const canCut = !isFenced && PART.test(line) && lines[index - 1] === '' && open.slice(0, -1).join('\n') !== '';
    if (canCut) {
      open.pop();
      parts.push([line]);
    } else open.push(line);
  }
  return parts.map((part) => part.join('\n'));
}
