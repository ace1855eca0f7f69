import type { DiffLine } from './line-diff.ts';

/** Lines to show, or lines that are the same in both texts and can be left out. */
export interface DiffHunk {
  readonly isFolded: boolean;
  readonly lines: readonly DiffLine[];
}

const CONTEXT = 3;
const WORTH_FOLDING = 4;

/** Long stretches without a change are folded, three lines next to a change stay. */
export function foldLines(lines: readonly DiffLine[]): DiffHunk[] {
  const isNear = lines.map(() => false);
  for (const [index, { type }] of lines.entries()) {
    if (type !== 'same') isNear.fill(true, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
  }
  const hunks: DiffHunk[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (end < lines.length && isNear[end] === isNear[at]) end += 1;
    const isFolded = !isNear[at] && end - at >= WORTH_FOLDING;
    const last = hunks.at(-1);
    const part = lines.slice(at, end);
    if (last && !last.isFolded && !isFolded) hunks.splice(-1, 1, { isFolded, lines: [...last.lines, ...part] });
    else hunks.push({ isFolded, lines: part });
    at = end;
  }
  return hunks;
}
