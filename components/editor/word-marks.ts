import { shortestEdit } from './shortest-edit.ts';

/** Characters `start`–`end` of a line. */
export interface WordMark {
  readonly start: number;
  readonly end: number;
}

const WORDS = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;
const MAX_WORDS = 1_000;
const MAX_EDITS = 300;
/** Lines that share less than this part of their characters are different lines, not a changed one. */
const LEAST_COMMON = 0.3;

/** Which words of two versions of a line differ; `undefined` when the lines have too little in common to say. */
export function wordMarks(
  removed: string,
  added: string,
): { readonly removed: readonly WordMark[]; readonly added: readonly WordMark[] } | undefined {
  const [before, after] = [removed.match(WORDS) ?? [], added.match(WORDS) ?? []];
  const front = commonWords(before, after);
  const back = commonWords(before.slice(front).reverse(), after.slice(front).reverse());
  const left = before.slice(front, before.length - back);
  const right = after.slice(front, after.length - back);
  if (left.length > MAX_WORDS || right.length > MAX_WORDS) return undefined;
  const lead = before.slice(0, front).join('');
  const shared = lead + before.slice(before.length - back).join('');
  const marks = { removed: [] as WordMark[], added: [] as WordMark[] };
  const at = { removed: lead.length, added: lead.length };
  let word = { removed: 0, added: 0 };
  let common = shared.replaceAll(/\s/g, '').length;
  for (const { type, length } of shortestEdit(left, right, MAX_EDITS)) {
    const words =
      type === 'added' ? right.slice(word.added, word.added + length) : left.slice(word.removed, word.removed + length);
    const characters = words.reduce((sum, each) => sum + each.length, 0);
    if (type === 'same') {
      common += words.reduce((sum, each) => sum + each.trim().length, 0);
      at.removed += characters;
      at.added += characters;
      word = { removed: word.removed + length, added: word.added + length };
    } else {
      marks[type].push({ start: at[type], end: at[type] + characters });
      at[type] += characters;
      word = { ...word, [type]: word[type] + length };
    }
  }
  return common >= LEAST_COMMON * Math.min(removed.length, added.length) ? marks : undefined;
}

/** How many words two lists begin with alike. */
function commonWords(left: readonly string[], right: readonly string[]): number {
  const differing = left.findIndex((word, index) => word !== right[index]);
  return differing === -1 ? left.length : differing;
}

/** A line cut at its marks; what lies behind its end counts for nothing. */
export function markedPieces(
  line: string,
  marks: readonly WordMark[],
): { readonly start: number; readonly text: string; readonly isMarked: boolean }[] {
  const inside = (at: number) => Math.min(at, line.length);
  const cuts = [0, ...marks.flatMap(({ start, end }) => [inside(start), inside(end)]), line.length];
  return cuts.slice(0, -1).flatMap((start, index) => {
    const text = line.slice(start, cuts[index + 1]);
    return text === '' ? [] : [{ start, text, isMarked: index % 2 === 1 }];
  });
}
