import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from './document.ts';
import { moveMemoryFolder, removeMemoryFolder } from './edit-memory-paths.ts';
import { readFolderPath } from './memory-path.ts';
import { PRESETS } from './presets.ts';

const preset = PRESETS[0].document;
const of = (...paths: string[]): Document => ({
  ...preset,
  environment: { ...preset.environment, workingDirectory: '/app', home: '/home/dev' },
  memoryFiles: paths.map((path) => ({ path, text: `Text of ${path}` })),
});
const paths = ({ memoryFiles }: Document) => memoryFiles.map(({ path }) => path);

describe('a directory of memory files', () => {
  const document = of('/app/CLAUDE.md', '/app/docs/a.md', '/app/docs/deep/b.md', '/app/docs2/c.md');

  it('MEM-31 moves with everything below it, and keeps the texts', () => {
    const moved = moveMemoryFolder(document, '/app/docs', '/srv/notes');
    expect(paths(moved)).toEqual(['/app/CLAUDE.md', '/srv/notes/a.md', '/srv/notes/deep/b.md', '/app/docs2/c.md']);
    expect(moved.memoryFiles[1]?.text).toBe('Text of /app/docs/a.md');
    expect(paths(moveMemoryFolder(of('/a/a/x.md', '/a/a/a/x.md'), '/a/a', '/a'))).toEqual(['/a/x.md', '/a/a/x.md']);
    expect(paths(moveMemoryFolder(of('/a/x.md'), '/a', '/'))).toEqual(['/x.md']);
  });

  it('MEM-31 does not go into itself or onto another file', () => {
    for (const to of ['/app/docs', '/app/docs/deep', '/app/docs/new', 'relative'])
      expect(moveMemoryFolder(document, '/app/docs', to)).toBe(document);
    const taken = of('/app/docs/CLAUDE.md', '/app/CLAUDE.md');
    expect(moveMemoryFolder(taken, '/app/docs', '/app')).toBe(taken);
    expect(moveMemoryFolder(document, '/nowhere', '/x')).toBe(document);
  });

  it('MEM-31 goes with everything below it', () => {
    expect(paths(removeMemoryFolder(document, '/app/docs'))).toEqual(['/app/CLAUDE.md', '/app/docs2/c.md']);
    expect(removeMemoryFolder(document, '/nowhere')).toBe(document);
  });

  it.each([
    ['notes', '/app/notes'],
    ['~/notes/', '/home/dev/notes'],
    ['/srv/../etc', '/etc'],
    ['docs', '/app/docs'],
  ])('MEM-31 may be called %j', (typed, path) => {
    expect(readFolderPath(typed, document, '/app/docs')).toEqual({ ok: true, value: path });
  });

  it.each([
    ['', /Type the path/],
    ['docs/new', /cannot lie in itself/],
    ['CLAUDE.md', /is a file/],
    ['CLAUDE.md/x', /is a file/],
    ['x'.repeat(2000), /at most/],
  ])('MEM-31 may not be called %j, and the field says why', (typed, reason) => {
    const read = readFolderPath(typed, document, '/app/docs');
    expect(read.ok ? read.value : read.failure).toMatch(reason);
    expect(read.ok).toBe(false);
  });

  it('MEM-31 may not cover what lies there', () => {
    const read = readFolderPath('/srv', of('/app/docs/a.md', '/srv/a.md'), '/app/docs');
    expect(read).toEqual({ ok: false, failure: 'There is a file at /srv/a.md already.' });
    const below = readFolderPath('/srv', of('/app/docs/a', '/srv/a/b.md'), '/app/docs');
    expect(below.ok ? '' : below.failure).toBe('/srv/a is a directory: it holds /srv/a/b.md.');
  });

  it('MEM-31 moves there and back without a loss, wherever it may be called so', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `/${names.join('/')}`);
    const tree = fc.uniqueArray(path, { maxLength: 8 }).map((all) => of(...all.map((each) => `${each}.md`)));
    fc.assert(
      fc.property(tree, path, path, (given, from, to) => {
        const isFree = !paths(given).some((each) => each.startsWith(`${to}/`));
        const moved = moveMemoryFolder(given, from, to);
        expect(moved.memoryFiles.map(({ text }) => text)).toEqual(given.memoryFiles.map(({ text }) => text));
        expect(new Set(paths(moved)).size).toBe(given.memoryFiles.length);
        if (isFree && !from.startsWith(`${to}/`))
          expect(paths(moveMemoryFolder(moved, to, from))).toEqual(paths(given));
      }),
    );
  });
});
