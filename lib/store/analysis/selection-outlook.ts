import type { Selection } from '@/lib/store/selection.ts';
import { leastSure } from '@/lib/tokens/least-sure.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import type { AnalysedBlock, Analysis, BlockCosts, SourceShare } from './analysis.ts';
import { selectionKey } from './selection-source.ts';
import { sourceTitle } from './source-title.ts';

/** Where a selection begins in the request, and what its share costs in each case, over all the blocks it is in. */
export interface SelectionOutlook {
  readonly tokens: number;
  readonly method: TokenCount['method'];
  readonly costs: BlockCosts;
  readonly block: AnalysedBlock;
  /** The block's place, from 1, among `blockCount`. */
  readonly blockNumber: number;
  readonly blockCount: number;
  /** The source whose figures these are, when the selection is only a part of it. */
  readonly within: string | undefined;
}

/** `undefined` when nothing of the selection is sent. */
export function selectionOutlook(analysis: Analysis, selection: Selection): SelectionOutlook | undefined {
  const { blocks, document } = analysis;
  const key = selectionKey(selection, document);
  const index = blocks.findIndex(({ sources }) => sources.some((share) => share.key === key));
  const block = blocks[index];
  if (!block) return undefined;
  const parts = blocks.flatMap((each): { block: AnalysedBlock; tokens: number; source: SourceShare['source'] }[] =>
    each.sources.flatMap(({ key: own, tokens, source }) => (own === key ? [{ block: each, tokens, source }] : [])),
  );
  return {
    tokens: parts.reduce((sum, part) => sum + part.tokens, 0),
    method: leastSure(parts.map((part) => part.block.count.method)),
    costs: addCosts(parts.map((part) => shareOfCosts(part.block, part.tokens))),
    block,
    blockNumber: index + 1,
    blockCount: blocks.length,
    within: selection.type === 'server' ? parts[0] && sourceTitle(parts[0].source, document) : undefined,
  };
}

/** What is unknown of one part is unknown of all. */
function addCosts(costs: readonly BlockCosts[]): BlockCosts {
  const sum = (pick: (cost: BlockCosts) => number | undefined) =>
    costs.reduce<number | undefined>((total, cost) => {
      const own = pick(cost);
      return total === undefined || own === undefined ? undefined : total + own;
    }, 0);
  return {
    read: sum(({ read }) => read),
    creation5m: sum(({ creation5m }) => creation5m),
    creation1h: sum(({ creation1h }) => creation1h),
    creationOther: sum(({ creationOther }) => creationOther),
    uncached: sum(({ uncached }) => uncached),
  };
}

function shareOfCosts({ costs, count }: AnalysedBlock, tokens: number): BlockCosts {
  const share = (cost: number | undefined) =>
    cost === undefined || count.tokens === 0 ? undefined : Math.round((cost / count.tokens) * tokens);
  return {
    read: share(costs.read),
    creation5m: share(costs.creation5m),
    creation1h: share(costs.creation1h),
    creationOther: share(costs.creationOther),
    uncached: share(costs.uncached),
  };
}
