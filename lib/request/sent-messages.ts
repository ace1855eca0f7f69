import { rememberLast } from '@/lib/remember.ts';
import { wireMessage } from './imported-body.ts';
import type { DraftMessage } from './message-drafts.ts';
import type { Marking } from './place-mark.ts';
import type { RequestBlock } from './request-block.ts';
import { sentBlock, wireBlock } from './sent-block.ts';
import type { MessageParam } from './wire.ts';

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
