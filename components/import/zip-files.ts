import { unzipSync } from 'fflate';
import type { FolderFile } from '@/lib/import/read-folder.ts';

/** The files of a .zip as those of a folder; each is unpacked when it is read. Throws on what is no .zip. */
export function zipFiles(bytes: Uint8Array, name: string): FolderFile[] {
  const listed: { path: string; size: number }[] = [];
  unzipSync(bytes, {
    filter: ({ name: path, originalSize: size }) => {
      if (!path.endsWith('/')) listed.push({ path, size });
      return false;
    },
  });
  const roots = new Set(listed.map(({ path }) => path.split('/', 1)[0]));
  const hasRoot = roots.size === 1 && listed.every(({ path }) => path.includes('/'));
  const above = hasRoot ? '' : `${name.replace(/\.zip$/i, '')}/`;
  return listed.map(
    ({ path, size }): FolderFile => ({
      path: above + path,
      size,
      read: async () => {
        const unpacked = unzipSync(bytes, { filter: (file) => file.name === path })[path];
        return new TextDecoder().decode(unpacked);
      },
    }),
  );
}
