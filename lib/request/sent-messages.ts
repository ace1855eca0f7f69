import { likeImported } from '@/lib/prompt/like-imported.ts';
import { rememberLast } from '@/lib/remember.ts';
import type { PrefixLevel } from './flatten-request.ts';
import { wireMessage } from './imported-body.ts';
import type { DraftBlock, DraftMessage } from './message-drafts.ts';
import { blockMark, type Marking, placeMark } from './place-mark.ts';
import type { RequestBlock } from './request-block.ts';
import type { ContentBlockParam, MessageParam } from './wire.ts';

/** Messages as they are sent, and as blocks. */
export interface SentMessages {
  readonly wires: MessageParam[];
  readonly blocks: readonly RequestBlock[];
}

/** Messages, marked; the same objects for the same messages and marking. */
export const sentMessages = rememberLast(
  (messages: readonly DraftMessage[], marking: Marking): SentMessages => ({
    wires: messages.map(({ role, blocks, wire }) =>
      wireMessage(
        role,
        blocks.map((block) => wireBlock(block, marking)),
        wire,
      ),
    ),
    blocks: messages.flatMap(({ blocks }, index) =>
      blocks.map((block, part) => sentBlock(block, 'messages', `messages.${index}.content.${part}`, marking)),
    ),
  }),
);

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
