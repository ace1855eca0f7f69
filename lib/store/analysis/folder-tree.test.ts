import { expect, it } from 'vitest';
import { type Folder, fileName, folderTree } from './folder-tree.ts';

type File = { readonly path: string };
const draw = (folder: Folder<File>): string =>
  `${folder.name}(${[...folder.folders.map(draw), ...folder.files.map(({ path }) => fileName(path))].join(' ')})`;
const tree = (...paths: string[]) =>
  folderTree(paths.map((path) => ({ path })))
    .map(draw)
    .join(' ');

it('files stand in folders, folders first, and chains of folders are one', () => {
  expect(tree('/home/dev/b/z.md', '/home/dev/.c/x/y/m.md', '/home/dev/a.md', '/home/dev/b/a.md')).toBe(
    '/home/dev(.c/x/y(m.md) b(a.md z.md) a.md)',
  );
  expect(tree('/a/b/c.md')).toBe('/a/b(c.md)');
});

it('the root is left out, but for files that lie in it', () => {
  expect(tree()).toBe('');
  expect(tree('/etc/x/a.md', '/home/b.md')).toBe('/etc/x(a.md) /home(b.md)');
  expect(tree('/a.md', '/home/b.md')).toBe('/home(b.md) /(a.md)');
  expect(tree('/a.md')).toBe('/(a.md)');
});

it('every folder has the path that leads to it', () => {
  const [folder] = folderTree([{ path: '/h/d/a/x.md' }, { path: '/h/d/b/x.md' }]);
  expect(folder?.path).toBe('/h/d');
  expect(folder?.folders.map(({ path }) => path)).toEqual(['/h/d/a', '/h/d/b']);
});
