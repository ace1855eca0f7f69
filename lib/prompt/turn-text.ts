import type { PromptInput, Turn } from './prompt-input.ts';
import type { ContextBlock, TurnBlock } from './turn-block.ts';

/** What the turn says in words, text blocks joined by blank lines; reminders, tool calls and thinking are none. */
export function turnText({ text, blocks }: Pick<Turn, 'text' | 'blocks'>): string {
  if (!blocks) return text;
  return blocks.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n\n');
}

/** A context block's pieces as they are sent: words, and each file of the tree under its heading. */
export function contextPieces(
  { parts }: ContextBlock,
  { memoryFiles }: Pick<PromptInput, 'memoryFiles'>,
): { readonly text: string; readonly path: string | undefined }[] {
  return parts.flatMap((part): { text: string; path: string | undefined }[] => {
    if (part.type === 'text') return [{ text: part.text, path: undefined }];
    const file = memoryFiles.find(({ path }) => path === part.path);
    return file ? [{ text: part.heading + file.text, path: part.path }] : [];
  });
}

/** The first words of a block on one line, for a list; empty for an empty one. */
export function blockOpening(block: TurnBlock): string {
  return openingOf(block).slice(0, OPENING_CHARACTERS).replace(/\s+/g, ' ').trim();
}

const OPENING_CHARACTERS = 120;

function openingOf(block: TurnBlock): string {
  switch (block.type) {
    case 'text':
    case 'thinking':
      return block.text;
    case 'context':
      return block.parts.map((part) => (part.type === 'text' ? part.text : part.path)).join(' ');
    case 'redacted':
      return block.data;
    case 'tool-use':
      return `${block.name} ${block.input}`;
    case 'tool-result':
      return block.content.map(openingOf).join(' ');
    case 'image':
      return `${block.width} × ${block.height}`;
    case 'other':
      return block.json;
  }
}
