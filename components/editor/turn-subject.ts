import type { Document } from '@/lib/document/document.ts';
import { changeTurn } from '@/lib/document/edit-lists.ts';
import { changeTurnBlock } from '@/lib/document/edit-turn-blocks.ts';
import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { ResultBlock, TurnBlock } from '@/lib/prompt/turn-block.ts';
import type { EditorText } from './editor-text.ts';

/** What a kind of block is called. */
export const BLOCK_NAMES: Readonly<Record<TurnBlock['type'], string>> = {
  text: 'Text',
  context: 'Reminder',
  thinking: 'Thinking',
  redacted: 'Redacted thinking',
  'tool-use': 'Tool use',
  'tool-result': 'Tool result',
  image: 'Image',
  other: 'Other block',
};

const PLACEHOLDERS: Readonly<Record<Turn['role'], string>> = {
  user: 'What the user wrote.',
  assistant: 'What the model answered.',
  system: 'What the client tells the model between the turns.',
};

/** The texts of a turn: one, or those of its blocks in order. */
export function turnTexts(turn: Turn, title: string): EditorText[] {
  const { id, role, text, blocks } = turn;
  const placeholder = PLACEHOLDERS[role];
  if (!blocks) {
    const write: EditorText['write'] = (document, next) => changeTurn(document, id, { text: next });
    return [{ key: `text:turn:${id}`, name: title, language: 'markdown', text, placeholder, write }];
  }
  return blocks.flatMap((block, index) =>
    blockTexts(block).map(({ part, language, text: own, write }, at): EditorText => {
      const heading = `Block ${index + 1} · ${BLOCK_NAMES[block.type]}${part === '' ? '' : ` · ${part}`}`;
      return {
        key: `text:turn:${id}:${block.id}:${at}`,
        name: `${title}, ${heading}`,
        heading,
        language,
        text: own,
        placeholder: block.type === 'text' ? placeholder : '',
        write: (document: Document, next) =>
          changeTurnBlock(document, id, block.id, (each) => (each.type === block.type ? write(each, next) : each)),
      };
    }),
  );
}

/** A text of a block; `write` gets a block of the same kind. */
interface BlockText extends Pick<EditorText, 'language' | 'text'> {
  readonly part: string;
  readonly write: (block: TurnBlock, text: string) => TurnBlock;
}

function blockTexts(block: TurnBlock): BlockText[] {
  switch (block.type) {
    case 'text':
    case 'thinking':
      return [
        { part: '', language: 'markdown', text: block.text, write: (each, text) => ({ ...each, text }) as TurnBlock },
      ];
    case 'tool-use':
      return [
        {
          part: block.name,
          language: 'json',
          text: block.input,
          write: (each, input) => ({ ...each, input }) as TurnBlock,
        },
      ];
    case 'redacted':
      return [
        { part: '', language: 'markdown', text: block.data, write: (each, data) => ({ ...each, data }) as TurnBlock },
      ];
    case 'other':
      return [
        { part: '', language: 'json', text: block.json, write: (each, json) => ({ ...each, json }) as TurnBlock },
      ];
    case 'context':
      return block.parts.flatMap((part, index) =>
        part.type === 'text'
          ? [{ part: `words ${index + 1}`, language: 'markdown', text: part.text, write: writePart(index) } as const]
          : [],
      );
    case 'tool-result':
      return block.content.flatMap((nested, index) => resultTexts(nested, index, block.content.length));
    case 'image':
      return [];
  }
}

const writePart =
  (index: number): BlockText['write'] =>
  (block, text) =>
    block.type === 'context' ? { ...block, parts: block.parts.with(index, { type: 'text', text }) } : block;

function resultTexts(nested: ResultBlock, index: number, count: number): BlockText[] {
  if (nested.type !== 'text') return [];
  const write: BlockText['write'] = (block, text) => {
    const current = block.type === 'tool-result' ? block.content[index] : undefined;
    if (block.type !== 'tool-result' || current?.type !== 'text') return block;
    return { ...block, content: block.content.with(index, { ...current, text }) };
  };
  return [{ part: count === 1 ? '' : `part ${index + 1}`, language: 'markdown', text: nested.text, write }];
}
