import { type FolderFile, isPassedFolder } from '@/lib/import/read-folder.ts';

/** The files of a folder that was picked; the browser names each with its path from the folder on. */
export const pickedFiles = (files: readonly File[]): FolderFile[] =>
  files.map((file) => folderFile(file, file.webkitRelativePath || file.name));

/** The files of a folder that was dropped; folders of packages and of version control are not entered. */
export async function enteredFiles(entry: FileSystemEntry, above = ''): Promise<FolderFile[]> {
  const path = `${above}${entry.name}`;
  if (isFileEntry(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [folderFile(file, path)];
  }
  if (!isFolderEntry(entry) || (above !== '' && isPassedFolder(entry.name))) return [];
  const found: FolderFile[] = [];
  for (const child of await childrenOf(entry)) found.push(...(await enteredFiles(child, `${path}/`)));
  return found;
}

const isFileEntry = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const folderFile = (file: File, path: string): FolderFile => ({ path, size: file.size, read: () => file.text() });

/** A browser gives the entries of a folder a hundred at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
