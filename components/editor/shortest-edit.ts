/** A run of items: in both lists, only in the first, or only in the second. */
export interface EditRun {
  readonly type: 'same' | 'removed' | 'added';
  readonly length: number;
}

/**
 * The shortest way from one list to the other (Myers, greedy). Past `maxEdits` steps, what lies between the common ends is
 * removed and added as a whole, so that time and memory stay within maxEdits².
 */
export function shortestEdit(before: readonly string[], after: readonly string[], maxEdits: number): EditRun[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  const trace = searchTrace(left, right, maxEdits);
  const middle: EditRun[] = trace
    ? walkBack(left, right, trace)
    : [
        { type: 'removed', length: left.length },
        { type: 'added', length: right.length },
      ];
  return joined([{ type: 'same', length: head }, ...middle, { type: 'same', length: tail }]);
}

/** By number of edits, how far each diagonal reaches (offset by that number); `undefined` when there are too many. */
function searchTrace(left: readonly string[], right: readonly string[], maxEdits: number): Int32Array[] | undefined {
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= Math.min(maxEdits, left.length + right.length); edits += 1) {
    const reach = new Int32Array(2 * edits + 1);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = edits === 0 ? 0 : startOf(trace[edits - 1] as Int32Array, edits - 1, diagonal);
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x += 1;
      reach[diagonal + edits] = x;
      if (x >= left.length && x - diagonal >= right.length) return [...trace, reach];
    }
    trace.push(reach);
  }
  return undefined;
}

/** Where a diagonal starts after one more edit: one to the right of its left neighbour, or below its right one. */
function startOf(reach: Int32Array, edits: number, diagonal: number): number {
  const down = comesFromAbove(reach, edits, diagonal);
  return down ? (reach[diagonal + 1 + edits] ?? 0) : (reach[diagonal - 1 + edits] ?? 0) + 1;
}

function comesFromAbove(reach: Int32Array, edits: number, diagonal: number): boolean {
  if (diagonal <= -edits) return true;
  if (diagonal >= edits) return false;
  return (reach[diagonal - 1 + edits] ?? 0) < (reach[diagonal + 1 + edits] ?? 0);
}

function walkBack(left: readonly string[], right: readonly string[], trace: readonly Int32Array[]): EditRun[] {
  const runs: EditRun[] = [];
  let x = left.length;
  let y = right.length;
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const reach = trace[edits - 1] as Int32Array;
    const start = startOf(reach, edits - 1, x - y);
    const added = comesFromAbove(reach, edits - 1, x - y);
    runs.push({ type: 'same', length: x - start }, { type: added ? 'added' : 'removed', length: 1 });
    y = start - (x - y) - (added ? 1 : 0);
    x = start - (added ? 0 : 1);
  }
  runs.push({ type: 'same', length: x });
  return runs.reverse();
}

/** Without empty runs; in a change, what is removed stands before what is added. */
function joined(runs: readonly EditRun[]): EditRun[] {
  const result: EditRun[] = [];
  let removed = 0;
  let added = 0;
  const flush = () => {
    if (removed > 0) result.push({ type: 'removed', length: removed });
    if (added > 0) result.push({ type: 'added', length: added });
    removed = 0;
    added = 0;
  };
  let same = 0;
  for (const { type, length } of runs) {
    if (length === 0) continue;
    if (type === 'same') {
      flush();
      same += length;
    } else {
      if (same > 0) result.push({ type: 'same', length: same });
      same = 0;
      if (type === 'removed') removed += length;
      else added += length;
    }
  }
  flush();
  if (same > 0) result.push({ type: 'same', length: same });
  return result;
}
