import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { ToolUseBlock, TurnBlock } from '@/lib/prompt/turn-block.ts';
import { turnBlockId } from '@/lib/request/turn-block-id.ts';
import type { Document } from './document.ts';
import { freeName } from './free-name.ts';
import { isSameValue } from './same-value.ts';

/** The kinds of block that a person adds; the others come with imports. */
export type AddedBlock = 'text' | 'tool-use' | 'tool-result' | 'thinking' | 'image';

/** Adds an empty block at the end of a turn. A result answers the last call that has none yet. */
export function addTurnBlock(document: Document, turnId: string, type: AddedBlock): Document {
  return changeBlocks(document, turnId, (blocks) => {
    const id = freeName(
      'block',
      blocks.map((block) => block.id),
    );
    return [...blocks, newBlock(id, type, document)];
  });
}

export function removeTurnBlock(document: Document, turnId: string, blockId: string): Document {
  return changeBlocks(document, turnId, (blocks) => blocks.filter(({ id }) => id !== blockId));
}

/** Moves a block one place up (-1) or down (1) within its turn; at the ends nothing changes. */
export function stepTurnBlock(document: Document, turnId: string, blockId: string, step: -1 | 1): Document {
  return changeBlocks(document, turnId, (blocks) => {
    const from = blocks.findIndex(({ id }) => id === blockId);
    const block = blocks[from];
    const to = from + step;
    if (!block || to < 0 || to >= blocks.length) return blocks;
    return blocks.toSpliced(from, 1).toSpliced(to, 0, block);
  });
}

/** Puts what `change` makes of a block in its place. */
export function changeTurnBlock(
  document: Document,
  turnId: string,
  blockId: string,
  change: (block: TurnBlock) => TurnBlock,
): Document {
  return changeBlocks(document, turnId, (blocks) =>
    blocks.map((block) => (block.id === blockId ? change(block) : block)),
  );
}

/** The blocks of a turn; the text of one without any is its only block. */
const blocksOf = ({ text, blocks }: Turn): readonly TurnBlock[] => blocks ?? [{ id: 'block', type: 'text', text }];

function changeBlocks(
  document: Document,
  turnId: string,
  change: (blocks: readonly TurnBlock[]) => readonly TurnBlock[],
): Document {
  const turn = document.conversation.find(({ id }) => id === turnId);
  const before = turn && blocksOf(turn);
  const blocks = before && change(before);
  if (!turn || !blocks || isSameValue(blocks, before)) return document;
  const conversation = document.conversation.map((each) => (each === turn ? { ...turn, text: '', blocks } : each));
  return { ...document, conversation, cache: turn.blocks ? document.cache : withBlockMark(document.cache, turnId) };
}

/** The mark of a turn that was one text is that of its first block. */
function withBlockMark(cache: Document['cache'], turnId: string): Document['cache'] {
  const { [`turn:${turnId}`]: mark, ...marks } = cache.marks;
  return mark === undefined ? cache : { ...cache, marks: { ...marks, [turnBlockId(turnId, 'block')]: mark } };
}

function newBlock(id: string, type: AddedBlock, document: Document): TurnBlock {
  switch (type) {
    case 'text':
      return { id, type, text: '' };
    case 'thinking':
      return { id, type, text: '', signature: '' };
    case 'image':
      return { id, type, width: 1024, height: 768 };
    case 'tool-use': {
      const name = document.tools.find(({ enabled }) => enabled)?.name ?? 'Read';
      const taken = callsIn(document).map(({ call }) => call);
      return { id, type, call: freeName('toolu_1', taken), name, input: '{}' };
    }
    case 'tool-result':
      return { id, type, call: openCall(document), isError: false, content: [{ id: 'block', type: 'text', text: '' }] };
  }
}

/** The tool calls of a conversation, in order. */
export const callsIn = ({ conversation }: Pick<Document, 'conversation'>): ToolUseBlock[] =>
  conversation.flatMap(({ blocks = [] }) => blocks.flatMap((block) => (block.type === 'tool-use' ? [block] : [])));

function openCall(document: Document): string {
  const answered = new Set(
    document.conversation.flatMap(({ blocks = [] }) =>
      blocks.flatMap((block) => (block.type === 'tool-result' ? [block.call] : [])),
    ),
  );
  const calls = callsIn(document).map(({ call }) => call);
  return calls.findLast((call) => !answered.has(call)) ?? calls.at(-1) ?? '';
}
