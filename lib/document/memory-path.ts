import { isInside, joinPath, normalizePath, resolvePath } from '@/lib/memory/path.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { Document } from './document.ts';
import { freeName } from './free-name.ts';

const MAX_LENGTH = 2000;

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
  if (path.length > MAX_LENGTH) return failed(`A path has ${MAX_LENGTH.toLocaleString('en')} characters at most.`);
  for (const file of document.memoryFiles) {
    const other = normalizePath(file.path);
    if (file.path === own) continue;
    if (other === path) return failed(`There is a file at ${path} already.`);
    if (isInside(other, path)) return failed(`${other} is a file, so nothing can lie below it.`);
    if (isInside(path, other)) return failed(`${path} is a directory: it holds ${other}.`);
  }
  return success(path);
}

/** Paths at which discovery looks and no file lies yet, the likeliest first. */
export function suggestMemoryPaths({ environment, memoryFiles }: Document): string[] {
  const { workingDirectory, home, memoryDirectory, additionalDirectories } = environment;
  const places = [
    joinPath(workingDirectory, 'CLAUDE.md'),
    joinPath(workingDirectory, 'CLAUDE.local.md'),
    joinPath(home, '.claude/CLAUDE.md'),
    joinPath(workingDirectory, '.claude/rules/new.md'),
    ...(memoryDirectory === '' ? [] : [resolvePath(workingDirectory, `${memoryDirectory}/MEMORY.md`, home)]),
    ...additionalDirectories.map((directory) => resolvePath(workingDirectory, `${directory}/CLAUDE.md`, home)),
    '/etc/claude-code/CLAUDE.md',
  ];
  const taken = new Set(memoryFiles.map(({ path }) => normalizePath(path)));
  return [...new Set(places)].filter((path) => !taken.has(path));
}

/** A path beside another one for its copy: `rules/testing-2.md`. */
export function copyPath(path: string, { memoryFiles }: Pick<Document, 'memoryFiles'>): string {
  const [, stem = path, ending = ''] = /^(.*[^/])(\.[^./]*)$/.exec(path) ?? [];
  const taken = memoryFiles.map((file) => file.path);
  return freeName(stem, taken, ending);
}

/** What is wrong with a directory; `undefined` for one that can be used. With `optional`, it may be empty. */
export function directoryFault(text: string, optional = false): string | undefined {
  if (text.length > MAX_LENGTH) return `A path has ${MAX_LENGTH.toLocaleString('en')} characters at most.`;
  if (text === '' && optional) return undefined;
  return /^(?:\/|~\/)/.test(text) && (optional || text.startsWith('/'))
    ? undefined
    : 'A directory is an absolute path: it starts with /.';
}
