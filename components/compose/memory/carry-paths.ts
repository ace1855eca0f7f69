import type { Document } from '@/lib/document/document.ts';
import { folderMoves, moveMemoryFile, moveMemoryFolder } from '@/lib/document/edit-memory-paths.ts';
import { readFolderPath, readMemoryPath } from '@/lib/document/memory-path.ts';
import { joinPath, normalizePath, parentOf } from '@/lib/memory/path.ts';
import { failed, type Result } from '@/lib/result.ts';
import { fileName } from '@/lib/store/analysis/folder-tree.ts';
import { memoryOutlook } from '@/lib/store/analysis/memory-outlook.ts';
import { describeForecast } from './describe-memory.ts';

/** The path of a file that is dropped in a directory; a sentence when it stays where it is. */
export function dropPath(document: Document, path: string, folder: string): Result<string, string> {
  const from = normalizePath(path);
  if (parentOf(from) === folder) return failed(`${path} stays where it is.`);
  return readMemoryPath(joinPath(folder, fileName(from)), document, path);
}

/** What dropping a file in a directory would lead to, for a person. */
export function describeDrop(document: Document, path: string, folder: string): string {
  const to = dropPath(document, path, folder);
  if (!to.ok) return to.failure;
  const { entries } = memoryOutlook(moveMemoryFile(document, path, to.value));
  const entry = entries.find((each) => each.path === to.value);
  return entry ? describeForecast(to.value, entry) : to.value;
}

/** The path of a directory that is dropped in another one; a sentence when it stays where it is. */
export function dropFolderPath(document: Document, path: string, folder: string): Result<string, string> {
  if (parentOf(path) === folder || path === folder) return failed(`${path} stays where it is.`);
  return readFolderPath(joinPath(folder, fileName(path)), document, path);
}

/** What dropping a directory in another one would lead to, for a person. */
export function describeFolderDrop(document: Document, path: string, folder: string): string {
  const to = dropFolderPath(document, path, folder);
  if (!to.ok) return to.failure;
  const moved = new Set(folderMoves(document, path, to.value).values());
  const { entries } = memoryOutlook(moveMemoryFolder(document, path, to.value));
  const loaded = entries.filter((each) => moved.has(each.path) && each.order !== undefined);
  return `${to.value}: ${loaded.length} of ${moved.size} ${moved.size === 1 ? 'file' : 'files'} will be loaded.`;
}
