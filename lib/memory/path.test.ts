import { describe, expect, it } from 'vitest';
import { directoriesDownTo, isInside, normalizePath, parentOf, resolvePath } from './path.ts';

describe('paths', () => {
  it.each([
    ['/a//b/./c/', '/a/b/c'],
    ['/a/b/../c', '/a/c'],
    ['/../../a', '/a'],
    ['a/b', '/a/b'],
    ['', '/'],
    ['/..a/b..', '/..a/b..'],
  ])('MEM-5 normalises %j to %j', (path, normal) => expect(normalizePath(path)).toBe(normal));

  it.each([
    ['docs/a.md', '/proj/docs/a.md'],
    ['./a.md', '/proj/a.md'],
    ['../a.md', '/a.md'],
    ['~/a.md', '/home/dev/a.md'],
    ['~a.md', '/proj/~a.md'],
    ['/etc/a.md', '/etc/a.md'],
  ])('MEM-12 resolves %j to %j', (path, resolved) => expect(resolvePath('/proj', path, '/home/dev')).toBe(resolved));

  it('MEM-19 tells inside from beside', () => {
    expect(isInside('/proj', '/proj')).toBe(true);
    expect(isInside('/proj', '/proj/a')).toBe(true);
    expect(isInside('/proj', '/project/a')).toBe(false);
    expect(isInside('/', '/a')).toBe(true);
  });

  it('MEM-1 walks from the root down', () => {
    expect(directoriesDownTo('/a/b')).toEqual(['/', '/a', '/a/b']);
    expect(directoriesDownTo('/')).toEqual(['/']);
    expect(parentOf('/a')).toBe('/');
  });
});
