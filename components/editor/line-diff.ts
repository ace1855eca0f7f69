import { shortestEdit } from './shortest-edit.ts';
import { type WordMark, wordMarks } from './word-marks.ts';

/** A line of a comparison with its number, from 1, in each text that has it; `marks` are the words that differ. */
export interface DiffLine {
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly marks: readonly WordMark[];
}

const MAX_LINES = 5_000;
const MAX_EDITS = 1_500;

/** Two texts line by line; `undefined` when one of them has more than 5,000 lines. */
export function diffLines(before: string, after: string): DiffLine[] | undefined {
  const left = before.split('\n');
  const right = after.split('\n');
  if (Math.max(left.length, right.length) > MAX_LINES) return undefined;
  const lines: DiffLine[] = [];
  let x = 0;
  let y = 0;
  let removed: string[] = [];
  for (const { type, length } of [...shortestEdit(left, right, MAX_EDITS), { type: 'same', length: 0 } as const]) {
    if (type === 'removed') {
      removed = left.slice(x, x + length);
      continue;
    }
    const added = type === 'added' ? right.slice(y, y + length) : [];
    lines.push(...changedLines(removed, added, x, y));
    x += removed.length;
    y += added.length;
    removed = [];
    if (type === 'added') continue;
    for (const text of left.slice(x, x + length)) {
      x += 1;
      y += 1;
      lines.push({ type, text, before: x, after: y, marks: [] });
    }
  }
  return lines;
}

/** What one change takes out behind line `x` and puts in behind line `y`; its lines are compared in pairs. */
function changedLines(removed: readonly string[], added: readonly string[], x: number, y: number): DiffLine[] {
  const pairs = removed.slice(0, added.length).map((line, index) => wordMarks(line, added[index] ?? ''));
  return [
    ...removed.map((text, index): DiffLine => {
      const marks = pairs[index]?.removed ?? [];
      return { type: 'removed', text, before: x + index + 1, after: undefined, marks };
    }),
    ...added.map((text, index): DiffLine => {
      const marks = pairs[index]?.added ?? [];
      return { type: 'added', text, before: undefined, after: y + index + 1, marks };
    }),
  ];
}
