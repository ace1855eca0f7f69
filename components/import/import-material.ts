import type { FolderFile, ReadFolder } from '@/lib/import/read-folder.ts';
import { readFolder } from '@/lib/import/read-folder.ts';
import { type ReadImport, readImport } from '@/lib/import/read-import.ts';
import type { Environment } from '@/lib/prompt/context.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { Dropped } from './dropped.ts';
import { enteredFiles, pickedFiles } from './folder-files.ts';
import { zipFiles } from './zip-files.ts';

/** What was read of what a person gave, and what it was called. */
export type Material = (ReadImport | { readonly type: 'folder'; readonly folder: ReadFolder }) & {
  readonly name: string;
};

/** What a person can give. */
export type Given =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'files'; readonly files: readonly File[] }
  | { readonly type: 'dropped'; readonly dropped: Dropped };

type OnProgress = (done: number, of: number) => void;
type Places = Pick<Environment, 'workingDirectory' | 'home'>;

/** Reads what was given, wherever it comes from; nothing leaves the page. */
export async function readGiven(given: Given, places: Places, onProgress: OnProgress): Promise<Result<Material>> {
  try {
    if (given.type === 'text') return named(readImport(given.text), 'Pasted request');
    if (given.type === 'files') return await readFiles(given.files, places, onProgress);
    const folders = given.dropped.entries.filter(({ isDirectory }) => isDirectory);
    const [folder] = folders;
    if (!folder) return await readFiles(given.dropped.files, places, onProgress);
    return await fromFolder(await enteredFiles(folder), places, onProgress);
  } catch (error) {
    return failed({
      code: 'import-invalid',
      message: `It could not be read: ${error instanceof Error ? error.message : 'the browser gave no reason'}.`,
      fix: 'Check that the file is whole and may be opened, and try again.',
    });
  }
}

async function readFiles(files: readonly File[], places: Places, onProgress: OnProgress): Promise<Result<Material>> {
  const [first] = files;
  if (!first)
    return failed({ code: 'import-invalid', message: 'There is no file in it.', fix: 'Choose a file or a folder.' });
  if (files.length > 1 || first.webkitRelativePath !== '') return fromFolder(pickedFiles(files), places, onProgress);
  if (/\.zip$/i.test(first.name))
    return fromFolder(zipFiles(new Uint8Array(await first.arrayBuffer()), first.name), places, onProgress);
  return named(readImport(await first.text()), first.name.replace(/\.(?:json|jsonl|har|lhar|txt|sh)$/i, ''));
}

async function fromFolder(
  files: readonly FolderFile[],
  places: Places,
  onProgress: OnProgress,
): Promise<Result<Material>> {
  const folder = await readFolder(files, places, onProgress);
  if (!folder.ok) return folder;
  return success({ type: 'folder', folder: folder.value, name: folder.value.directory.split('/').at(-1) ?? '' });
}

const named = (read: Result<ReadImport>, name: string): Result<Material> =>
  read.ok ? success({ ...read.value, name }) : read;
