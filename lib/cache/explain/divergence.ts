import { contentText } from '@/lib/cache/block-tokens.ts';
import type { FlatBlock, PrefixLevel } from '@/lib/request/flatten-request.ts';

/** How the block at a difference came about; `moved`: both requests hold it, in another place. */
export type BlockChange = 'changed' | 'added' | 'removed' | 'moved';

/** Where two requests part: the block with this index, at this character (UTF-16) of its text. */
export interface Divergence {
  readonly index: number;
  readonly level: PrefixLevel;
  readonly change: BlockChange;
  /** The block of each request at `index`; `undefined` where a request has none so far back. */
  readonly previous: FlatBlock | undefined;
  readonly current: FlatBlock | undefined;
  readonly character: number;
}

const LEVELS: readonly PrefixLevel[] = ['tools', 'system', 'messages'];

const isSame = (left: FlatBlock, right: FlatBlock): boolean =>
  left.level === right.level &&
  left.role === right.role &&
  isPlain(left) === isPlain(right) &&
  comparedText(left) === comparedText(right);

/** As the cache sees it: a text block is its text, whatever else stands in its JSON. */
const isPlain = ({ value }: FlatBlock): boolean => value.type === 'text' && !value.citations;

/** The text in which a difference is told: a text block's own, else the block's JSON without its mark. */
export function comparedText(block: FlatBlock | undefined): string {
  if (!block) return '';
  const { value } = block;
  return value.type === 'text' && !value.citations ? value.text : contentText(block);
}

/** The first block in which two requests differ, marks apart; `undefined` when the current one only goes on from the previous. */
export function firstDivergence(previous: readonly FlatBlock[], current: readonly FlatBlock[]): Divergence | undefined {
  const index = previous.findIndex((block, at) => !isSame(block, current[at] ?? block) || at >= current.length);
  return index === -1 ? undefined : divergenceAt(index, previous, current);
}

/** The first difference of each level that has one, in prefix order; `index` counts in the whole of the previous request. */
export function levelDivergences(
  previous: readonly FlatBlock[],
  current: readonly FlatBlock[],
): { readonly level: PrefixLevel; readonly index: number }[] {
  return LEVELS.flatMap((level) => {
    const before = previous.filter((block) => block.level === level);
    const after = current.filter((block) => block.level === level);
    const start = previous.findIndex((block) => LEVELS.indexOf(block.level) >= LEVELS.indexOf(level));
    const offset = start === -1 ? previous.length : start;
    const found = before.findIndex((block, at) => at >= after.length || !isSame(block, after[at] ?? block));
    if (found !== -1) return [{ level, index: offset + found }];
    // What is added behind a level's end stands in front of the next level; behind the last message nothing does.
    return level !== 'messages' && after.length > before.length ? [{ level, index: offset + before.length }] : [];
  });
}

function divergenceAt(index: number, previous: readonly FlatBlock[], current: readonly FlatBlock[]): Divergence {
  const [before, after] = [previous[index], current[index]];
  const levels = [before, after].flatMap((block) => (block ? [LEVELS.indexOf(block.level)] : []));
  return {
    index,
    level: LEVELS[Math.min(...levels)] ?? 'messages',
    change: changeAt(index, previous, current),
    previous: before,
    current: after,
    character: commonPrefix(comparedText(before), comparedText(after)),
  };
}

function changeAt(index: number, previous: readonly FlatBlock[], current: readonly FlatBlock[]): BlockChange {
  const [before, after] = [previous[index], current[index]];
  if (!before) return 'added';
  if (!after) return 'removed';
  const isKept = current.slice(index + 1).some((block) => isSame(block, before));
  const wasThere = previous.slice(index + 1).some((block) => isSame(block, after));
  if (isKept && wasThere) return 'moved';
  if (isKept) return 'added';
  if (wasThere) return 'removed';
  if (before.level === after.level) return 'changed';
  return LEVELS.indexOf(before.level) < LEVELS.indexOf(after.level) ? 'removed' : 'added';
}

/** How many characters two texts have in common at their start. */
export function commonPrefix(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let at = 0;
  while (at < most && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  return at;
}
