import type { Document } from '@/lib/document/document.ts';
import { isBinaryFile } from '@/lib/memory/binary-file.ts';
import { findIncludes, MAX_INCLUDE_DEPTH, resolveInclude } from '@/lib/memory/include.ts';
import type { VirtualFile } from '@/lib/memory/memory-file.ts';
import { isInside, joinPath, normalizePath, parentOf } from '@/lib/memory/path.ts';
import type { Environment } from '@/lib/prompt/context.ts';
import { type Result, success } from '@/lib/result.ts';
import { notReadable } from './import-failure.ts';

/** A file of a folder that was picked: its path from the folder's own name on, its size in bytes, and how to read it. */
export interface FolderFile {
  readonly path: string;
  readonly size: number;
  readonly read: () => Promise<string>;
}

/** The memory files of a folder, at the place where the folder stands in the document's tree. */
export interface ReadFolder {
  /** Where the folder stands. */
  readonly directory: string;
  /** The folder is a project, and becomes the working directory. */
  readonly isProject: boolean;
  readonly files: readonly VirtualFile[];
  /** Files that were passed over because they are too large, by path. */
  readonly tooLarge: readonly string[];
  /** How many files the folder has, those that were not looked at included. */
  readonly seen: number;
}

type Places = Pick<Environment, 'workingDirectory' | 'home'>;

/** A folder that is not entered: packages of others, and version control. */
export const isPassedFolder = (name: string): boolean => PASSED.has(name);

const PASSED = new Set(['node_modules', '.git', '.hg', '.svn']);
/** What a document holds at most, and the most that is read of one file, in bytes. */
const MOST_FILES = 2000;
const LARGEST = 1_000_000;
const AT_ONCE = 32;

/**
 * Reads the CLAUDE.md and CLAUDE.local.md files of a folder, the rules in .claude/rules, and what they include (MEM rules); nothing else is
 * opened. `onProgress` is told how many of how many known files have been read.
 */
export async function readFolder(
  given: readonly FolderFile[],
  places: Places,
  onProgress: (done: number, of: number) => void,
): Promise<Result<ReadFolder>> {
  const name = given[0]?.path.split('/')[0] ?? '';
  const isProject = name !== '.claude';
  const directory = isProject
    ? joinPath(parentOf(normalizePath(places.workingDirectory)), name)
    : joinPath(places.home, name);
  const above = parentOf(directory);
  const tree = new Map(
    given.flatMap((file) =>
      file.path.split('/').some(isPassedFolder) ? [] : [[joinPath(above, file.path), file] as const],
    ),
  );
  const wanted = new Map(
    [...tree.keys()]
      .filter(isMemoryFile)
      .sort()
      .map((path) => [path, 0]),
  );
  if (wanted.size === 0) return nothingFound(name);
  const files: VirtualFile[] = [];
  const tooLarge: string[] = [];
  const readOne = async (path: string, depth: number): Promise<void> => {
    const file = tree.get(path);
    if (!file) return;
    if (file.size > LARGEST) return void tooLarge.push(path);
    const text = await file.read();
    files.push({ path, text });
    if (depth > MAX_INCLUDE_DEPTH) return;
    for (const include of findIncludes(text) ?? []) {
      const target = resolveInclude(include, path, places.home);
      if (tree.has(target) && !wanted.has(target) && !isBinaryFile(target)) wanted.set(target, depth + 1);
    }
  };
  const queue = () => [...wanted].slice(done, done + AT_ONCE);
  let done = 0;
  for (let batch = queue(); batch.length > 0; batch = queue()) {
    await Promise.all(batch.map(([path, depth]) => readOne(path, depth)));
    done += batch.length;
    onProgress(done, wanted.size);
    if (files.length > MOST_FILES) return tooMany();
  }
  const order = new Map([...wanted.keys()].map((path, index) => [path, index]));
  files.sort((left, right) => (order.get(left.path) ?? 0) - (order.get(right.path) ?? 0));
  return success({ directory, isProject, files, tooLarge, seen: given.length });
}

/** A place where discovery may look, from whichever directory a session is started. */
function isMemoryFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === 'CLAUDE.md' || name === 'CLAUDE.local.md' || /\/\.claude\/rules\/.*\.md$/.test(path);
}

/** The document with the folder's files: they take the place of those of the old working directory, which stay with an imported request. */
export function withFolder(document: Document, { directory, isProject, files }: ReadFolder): Document {
  const { environment, memoryFiles, imported } = document;
  const now = new Set(files.map(({ path }) => path));
  const old = normalizePath(environment.workingDirectory);
  const isReplaced = (path: string) =>
    now.has(path) || (!imported && isProject && isInside(old, path)) || (!imported && isInside(directory, path));
  return {
    ...document,
    ...(isProject && { environment: { ...environment, workingDirectory: directory } }),
    memoryFiles: [...memoryFiles.filter(({ path }) => !isReplaced(normalizePath(path))), ...files],
  };
}

const nothingFound = (name: string): Result<never> =>
  notReadable(
    'It holds no CLAUDE.md, no CLAUDE.local.md and no .claude/rules.',
    `The folder ${name}`,
    'Choose the folder of a project, or your ~/.claude.',
  );

const tooMany = (): Result<never> =>
  notReadable(
    `It holds more than ${MOST_FILES.toLocaleString('en')} memory files.`,
    'The folder',
    'Choose a folder further down.',
  );
