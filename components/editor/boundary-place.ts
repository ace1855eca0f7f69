import type { Document } from '@/lib/document/document.ts';
import type { AnalysedBlock } from '@/lib/store/analysis/analysis.ts';

/** The boundary stands behind the source with this index of this block; `source: -1` is in front of the block. */
export interface BoundaryPlace {
  readonly blockId: string;
  readonly source: number;
  /** Nothing of the block is behind it, so it stands between blocks. */
  readonly isBlockEnd: boolean;
}

/** Where the boundary is among the blocks; `undefined` when no section is sent. */
export function boundaryPlace(blocks: readonly AnalysedBlock[], document: Document): BoundaryPlace | undefined {
  const statics = new Set(document.sections.slice(0, document.boundary).map(({ id }) => id));
  const isFront = (block: AnalysedBlock, { source }: AnalysedBlock['sources'][number]) =>
    block.level === 'tools' ||
    source.type === 'identity' ||
    source.type === 'header' ||
    (source.type === 'section' && statics.has(source.id));
  if (!blocks.some(({ sources }) => sources.some(({ source }) => source.type === 'section'))) return undefined;
  const last = blocks.findLast((block) => block.sources.some((share) => isFront(block, share)));
  if (!last) return blocks[0] && { blockId: blocks[0].id, source: -1, isBlockEnd: false };
  const source = last.sources.findLastIndex((share) => isFront(last, share));
  return { blockId: last.id, source, isBlockEnd: source === last.sources.length - 1 };
}
