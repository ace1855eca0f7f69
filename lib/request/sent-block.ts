import { likeImported } from '@/lib/prompt/like-imported.ts';
import type { PrefixLevel } from './flatten-request.ts';
import type { DraftBlock } from './message-drafts.ts';
import { blockMark, type Marking, placeMark } from './place-mark.ts';
import type { RequestBlock } from './request-block.ts';
import type { ContentBlockParam } from './wire.ts';

/** A block as it is sent. */
export function wireBlock({ id, part, ruled, content, wire }: DraftBlock, marking: Marking): ContentBlockParam {
  const mark = blockMark(id, ruled, marking, wire);
  if (content && !mark.cache_control) return content;
  const fields = content ?? { type: 'text', text: part.text };
  return likeImported({ ...fields, ...mark }, wire) as unknown as ContentBlockParam;
}

/** A block with its place on the wire. */
export function sentBlock(
  { id, title, layer, part, ruled }: DraftBlock,
  level: PrefixLevel,
  path: string,
  marking: Marking,
): RequestBlock {
  return { id, title, layer, level, path, ...part, breakpoint: placeMark(id, ruled, marking) };
}
