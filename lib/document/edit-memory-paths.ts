import { isInside, joinPath, normalizePath } from '@/lib/memory/path.ts';
import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { TurnBlock } from '@/lib/prompt/turn-block.ts';
import type { Document } from './document.ts';

/** Renames or moves a file; a path that is taken or not absolute changes nothing. */
export function moveMemoryFile(document: Document, from: string, to: string): Document {
  return moveMemoryFiles(document, new Map([[from, to]]));
}

/** Renames or moves a directory with everything below it; nothing moves to a path that is taken or not absolute, or into itself. */
export function moveMemoryFolder(document: Document, from: string, to: string): Document {
  return isInside(from, to) || !to.startsWith('/')
    ? document
    : moveMemoryFiles(document, folderMoves(document, from, to));
}

export function removeMemoryFolder(document: Document, folder: string): Document {
  const left = document.memoryFiles.filter(({ path }) => !isInside(folder, normalizePath(path)));
  return left.length === document.memoryFiles.length ? document : { ...document, memoryFiles: left };
}

/** Where each file below a directory goes when the directory goes to another path. */
export function folderMoves({ memoryFiles }: Document, from: string, to: string): ReadonlyMap<string, string> {
  return new Map(
    memoryFiles.flatMap(({ path }): [string, string][] => {
      const place = normalizePath(path);
      return isInside(from, place) ? [[path, joinPath(to, place.slice(from.length))]] : [];
    }),
  );
}

function moveMemoryFiles(document: Document, moves: ReadonlyMap<string, string>): Document {
  const memoryFiles = document.memoryFiles.map((file) => {
    const path = moves.get(file.path) ?? file.path;
    return path === file.path ? file : { ...file, path };
  });
  const isSame = memoryFiles.every((file, index) => file === document.memoryFiles[index]);
  const isFree = new Set(memoryFiles.map(({ path }) => path)).size === memoryFiles.length;
  if (isSame || !isFree || [...moves.values()].some((path) => !path.startsWith('/'))) return document;
  return { ...document, memoryFiles, conversation: document.conversation.map((turn) => withPaths(turn, moves)) };
}

/** A turn whose reminders name the files by their new paths; any other turn is left as it is. */
function withPaths(turn: Turn, moves: ReadonlyMap<string, string>): Turn {
  const names = (block: TurnBlock) =>
    block.type === 'context' && block.parts.some((part) => part.type === 'file' && moves.has(part.path));
  if (!turn.blocks?.some(names)) return turn;
  const blocks = turn.blocks.map((block) =>
    block.type !== 'context'
      ? block
      : {
          ...block,
          parts: block.parts.map((part) => {
            const to = part.type === 'file' ? moves.get(part.path) : undefined;
            if (part.type !== 'file' || to === undefined) return part;
            return { ...part, path: to, heading: part.heading.replace(part.path, () => to) };
          }),
        },
  );
  return { ...turn, blocks };
}
