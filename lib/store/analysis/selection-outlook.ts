import type { Selection } from '@/lib/store/selection.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import type { AnalysedBlock, Analysis, BlockCosts } from './analysis.ts';
import { selectionKey } from './selection-source.ts';
import { sourceTitle } from './source-title.ts';

/** Where a selection stands in the request, and what its share of that block costs in each case. */
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
  const shares = block.sources.filter((share) => share.key === key);
  const tokens = shares.reduce((sum, share) => sum + share.tokens, 0);
  return {
    tokens,
    method: block.count.method,
    costs: shareOfCosts(block, tokens),
    block,
    blockNumber: index + 1,
    blockCount: blocks.length,
    within: selection.type === 'server' ? shares[0] && sourceTitle(shares[0].source, document) : undefined,
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
