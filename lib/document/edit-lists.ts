import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { McpServer, Tool } from '@/lib/prompt/tool.ts';
import type { TurnBlock } from '@/lib/prompt/turn-block.ts';
import type { Document } from './document.ts';

export function changeTool(document: Document, id: string, change: Partial<Omit<Tool, 'id'>>): Document {
  return { ...document, tools: document.tools.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

export function changeServer(document: Document, id: string, change: Partial<Omit<McpServer, 'id'>>): Document {
  return {
    ...document,
    mcpServers: document.mcpServers.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}

export function changeMemoryFile(document: Document, path: string, text: string): Document {
  return { ...document, memoryFiles: document.memoryFiles.map((each) => (each.path === path ? { path, text } : each)) };
}

/** Renames or moves a file; a path that is taken or not absolute changes nothing. */
export function moveMemoryFile(document: Document, from: string, to: string): Document {
  if (!to.startsWith('/') || document.memoryFiles.some((each) => each.path === to)) return document;
  return {
    ...document,
    memoryFiles: document.memoryFiles.map((each) => (each.path === from ? { ...each, path: to } : each)),
    conversation: document.conversation.map((turn) => withPath(turn, from, to)),
  };
}

/** A turn whose reminders name a file by its new path; any other turn is left as it is. */
function withPath(turn: Turn, from: string, to: string): Turn {
  const names = (block: TurnBlock) =>
    block.type === 'context' && block.parts.some((part) => part.type === 'file' && part.path === from);
  if (!turn.blocks?.some(names)) return turn;
  const blocks = turn.blocks.map((block) =>
    block.type !== 'context'
      ? block
      : {
          ...block,
          parts: block.parts.map((part) =>
            part.type === 'file' && part.path === from
              ? { ...part, path: to, heading: part.heading.replace(from, () => to) }
              : part,
          ),
        },
  );
  return { ...turn, blocks };
}

export function changeTurn(document: Document, id: string, change: Partial<Omit<Turn, 'id'>>): Document {
  return {
    ...document,
    conversation: document.conversation.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}
