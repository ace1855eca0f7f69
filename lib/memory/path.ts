/** An absolute POSIX path with `.`, `..`, repeated and trailing slashes resolved; `..` stops at the root. */
export function normalizePath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** `path` as seen from `directory`: absolute paths stand for themselves, `~/` for `home`. */
export function resolvePath(directory: string, path: string, home: string): string {
  if (path.startsWith('/')) return normalizePath(path);
  return path.startsWith('~/') ? joinPath(home, path.slice(2)) : joinPath(directory, path);
}

/** A path below a directory, normalised. */
export function joinPath(directory: string, name: string): string {
  return normalizePath(`${directory}/${name}`);
}

/** The directory of a normalised path; the root is its own. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

/** Whether a normalised path is the directory itself or lies below it. */
export function isInside(directory: string, path: string): boolean {
  return directory === '/' || path === directory || path.startsWith(`${directory}/`);
}

/** The directories from the root down to a normalised one, both included. */
export function directoriesDownTo(directory: string): string[] {
  const chain = [directory];
  for (let at = directory; at !== '/'; at = parentOf(at)) chain.unshift(parentOf(at));
  return chain;
}
