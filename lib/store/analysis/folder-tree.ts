import { normalizePath } from '@/lib/memory/path.ts';

/** A folder as it is drawn: a chain of folders that hold nothing else is one, such as `/home/dev`. */
export interface Folder<File> {
  readonly path: string;
  readonly name: string;
  readonly folders: readonly Folder<File>[];
  readonly files: readonly File[];
}

interface Draft<File> {
  readonly folders: Map<string, Draft<File>>;
  readonly files: File[];
}

/** Files in their folders, folders first, each by name. The root is left out but for files that lie in it. */
export function folderTree<File extends { readonly path: string }>(files: readonly File[]): readonly Folder<File>[] {
  const root: Draft<File> = { folders: new Map(), files: [] };
  for (const file of files) {
    let at = root;
    for (const name of normalizePath(file.path).slice(1).split('/').slice(0, -1)) {
      const below = at.folders.get(name) ?? { folders: new Map(), files: [] };
      at.folders.set(name, below);
      at = below;
    }
    at.files.push(file);
  }
  const whole = settle(root, '', '/');
  if (whole.path !== '/') return [whole];
  const top = whole.folders.map((folder) => ({ ...folder, name: `/${folder.name}` }));
  return whole.files.length === 0 ? top : [...top, { ...whole, folders: [] }];
}

function settle<File extends { readonly path: string }>(draft: Draft<File>, path: string, name: string): Folder<File> {
  const [only] = draft.folders;
  if (only && draft.folders.size === 1 && draft.files.length === 0) {
    const [below, inner] = only;
    return settle(inner, `${path}/${below}`, name === '/' ? `/${below}` : `${name}/${below}`);
  }
  return {
    path: path || '/',
    name,
    folders: [...draft.folders].sort(byName).map(([below, inner]) => settle(inner, `${path}/${below}`, below)),
    files: draft.files.toSorted((left, right) => (left.path < right.path ? -1 : 1)),
  };
}

const byName = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]) => (left < right ? -1 : 1);

/** The last part of a path. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1) || path;
