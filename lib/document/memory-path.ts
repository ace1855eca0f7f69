import { MANAGED_PATH } from '@/lib/memory/memory-source.ts';
import { isInside, normalizePath, resolvePath } from '@/lib/memory/path.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { Document } from './document.ts';
import { folderMoves } from './edit-memory-paths.ts';
import { MAX_PATH_LENGTH, TOO_LONG } from './field-faults.ts';
import { freeName } from './free-name.ts';

/**
 * A typed path as the absolute path of a file that may be added, or to which the file `own` may move; a sentence for the
 * field when it cannot. Relative paths start at the working directory, `~/` at home.
 */
export function readMemoryPath(typed: string, document: Document, own?: string): Result<string, string> {
  const written = typed.trim();
  const { workingDirectory, home } = document.environment;
  if (written === '') return failed('Type the path of a file, such as CLAUDE.md or ~/.claude/CLAUDE.md.');
  const path = resolvePath(workingDirectory, written, home);
  if (/(?:^|\/)\.{0,2}$/.test(written)) return failed(`${path} is a directory: add the name of a file.`);
  if (path.length > MAX_PATH_LENGTH) return failed(TOO_LONG);
  for (const file of document.memoryFiles) {
    const other = normalizePath(file.path);
    if (file.path === own) continue;
    if (other === path) return failed(`There is a file at ${path} already.`);
    if (isInside(other, path)) return failed(`${other} is a file, so nothing can lie below it.`);
    if (isInside(path, other)) return failed(`${path} is a directory: it holds ${other}.`);
  }
  return success(path);
}

/**
 * A typed path as the absolute path to which the directory `own` may move with the files below it; a sentence for the field when it
 * cannot. Relative paths as above.
 */
export function readFolderPath(typed: string, document: Document, own: string): Result<string, string> {
  const written = typed.trim();
  const { workingDirectory, home } = document.environment;
  if (written === '') return failed('Type the path of a directory, such as docs or ~/notes.');
  const path = resolvePath(workingDirectory, written, home);
  if (path === own) return success(path);
  if (isInside(own, path)) return failed(`${path} lies in ${own}, and a directory cannot lie in itself.`);
  const moves = folderMoves(document, own, path);
  const others = document.memoryFiles.filter((file) => !moves.has(file.path)).map((file) => normalizePath(file.path));
  for (const to of moves.values()) {
    if (to.length > MAX_PATH_LENGTH) return failed(TOO_LONG);
    for (const other of others) {
      if (other === to) return failed(`There is a file at ${to} already.`);
      if (isInside(other, to)) return failed(`${other} is a file, so nothing can lie below it.`);
      if (isInside(to, other)) return failed(`${to} is a directory: it holds ${other}.`);
    }
  }
  return success(path);
}

/** Paths at which discovery looks and no file lies yet, the likeliest first, as one would type them. */
export function suggestMemoryPaths({ environment, memoryFiles }: Document): string[] {
  const { workingDirectory, home, memoryDirectory, additionalDirectories } = environment;
  const written = [
    'CLAUDE.md',
    'CLAUDE.local.md',
    '.claude/rules/new.md',
    '~/.claude/CLAUDE.md',
    ...(memoryDirectory === '' ? [] : [`${memoryDirectory}/MEMORY.md`]),
    ...additionalDirectories.map((directory) => `${directory}/CLAUDE.md`),
    MANAGED_PATH,
  ];
  const taken = new Set(memoryFiles.map(({ path }) => normalizePath(path)));
  const free = written.filter((path) => !taken.has(resolvePath(workingDirectory, path, home)));
  return [...new Set(free.map((path) => shorten(path, home)))];
}

const shorten = (path: string, home: string) =>
  isInside(home, path) && home !== '/' ? `~${path.slice(home.length)}` : path;

/** A path beside another one for its copy: `rules/testing-2.md`. */
export function copyPath(path: string, { memoryFiles }: Pick<Document, 'memoryFiles'>): string {
  const [, stem = path, ending = ''] = /^(.*[^/])(\.[^./]*)$/.exec(path) ?? [];
  const taken = memoryFiles.map((file) => file.path);
  return freeName(stem, taken, ending);
}
