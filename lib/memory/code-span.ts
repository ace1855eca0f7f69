/**
 * A paragraph's text with each code span and each closed HTML comment as one NUL, by CommonMark's rules: a span ends at
 * the next run of as many backticks; a backslash before the first makes it none. Linear in the length.
 */
export function blankCodeSpans(text: string): string {
  if (!text.includes('`') && !text.includes('<!--')) return text;
  const runs = backtickRuns(text);
  const opening = /\\[\s\S]|`+|<!--/g;
  let kept = '';
  let at = 0;
  let commentsEnd = false;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [mark] = match;
    if (mark.startsWith('\\') || (mark === '<!--' && commentsEnd)) continue;
    const end = mark === '<!--' ? after(text.indexOf('-->', match.index + 2), 3) : runs.endOf(mark.length, match.index);
    commentsEnd ||= mark === '<!--' && end === undefined;
    if (end === undefined) continue;
    kept += `${text.slice(at, match.index)}\0`;
    at = end;
    opening.lastIndex = end;
  }
  return kept + text.slice(at);
}

const after = (index: number, length: number): number | undefined => (index === -1 ? undefined : index + length);

/** Finds closing runs; must be asked from left to right. */
function backtickRuns(text: string) {
  const startsByLength = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const starts = startsByLength.get(run.length);
    if (starts) starts.push(index);
    else startsByLength.set(run.length, [index]);
  }
  for (const starts of startsByLength.values()) starts.reverse();
  return {
    endOf(length: number, opening: number): number | undefined {
      const starts = startsByLength.get(length) ?? [];
      while ((starts.at(-1) ?? Number.POSITIVE_INFINITY) <= opening) starts.pop();
      return after(starts.at(-1) ?? -1, length);
    },
  };
}
