import { describe, expect, it } from 'vitest';
import type { Document } from './document.ts';
import { addMemoryFile, approveInclude, copyMemoryFile, removeMemoryFile } from './edit-memory-files.ts';
import { copyPath, readMemoryPath, suggestMemoryPaths } from './memory-path.ts';
import { PRESETS } from './presets.ts';

const preset = PRESETS[0].document;
const of = (...paths: string[]): Document => ({
  ...preset,
  environment: { ...preset.environment, workingDirectory: '/home/dev/app', home: '/home/dev', memoryDirectory: '' },
  memoryFiles: paths.map((path) => ({ path, text: path })),
});
const paths = ({ memoryFiles }: Document) => memoryFiles.map(({ path }) => path);

describe('the path of a memory file', () => {
  it.each([
    ['CLAUDE.md', '/home/dev/app/CLAUDE.md'],
    [' ./a/../CLAUDE.md ', '/home/dev/app/CLAUDE.md'],
    ['../b.md', '/home/dev/b.md'],
    ['~/.claude/CLAUDE.md', '/home/dev/.claude/CLAUDE.md'],
    ['/etc//x.md', '/etc/x.md'],
    ['a b.md', '/home/dev/app/a b.md'],
  ])('as typed, %j, is %s', (typed, path) => {
    expect(readMemoryPath(typed, of())).toEqual({ ok: true, value: path });
  });

  it.each([
    ['', /Type the path/],
    ['/', /is a directory/],
    ['docs/', /is a directory: add/],
    ['..', /is a directory/],
    ['a.md', /already/],
    ['./x/../a.md', /already/],
    ['a.md/b.md', /is a file/],
    ['docs', /holds \/home\/dev\/app\/docs\/c\.md/],
    ['x'.repeat(2000), /at most/],
  ])('is refused with a reason: %j', (typed, reason) => {
    const result = readMemoryPath(typed, of('/home/dev/app/a.md', '/home/dev/app/docs/c.md'));
    expect(result.ok ? result.value : result.failure).toMatch(reason);
    expect(result.ok).toBe(false);
  });

  it('may be the one that a file has when it is that file', () => {
    const path = '/home/dev/app/a.md';
    expect(readMemoryPath('a.md', of(path), path)).toEqual({ ok: true, value: path });
    expect(readMemoryPath('a.md/b.md', of(path), path).ok).toBe(true);
  });
});

describe('suggestions', () => {
  it('are places at which discovery looks, but for those that are taken, and can be added as they are', () => {
    const document = { ...of('/home/dev/app/CLAUDE.md'), memorySources: preset.memorySources };
    const suggested = suggestMemoryPaths({
      ...document,
      environment: { ...document.environment, memoryDirectory: '/home/dev/memory', additionalDirectories: ['/srv/x'] },
    });
    expect(suggested).toEqual([
      'CLAUDE.local.md',
      '.claude/rules/new.md',
      '~/.claude/CLAUDE.md',
      '~/memory/MEMORY.md',
      '/srv/x/CLAUDE.md',
      '/etc/claude-code/CLAUDE.md',
    ]);
    for (const path of suggested) expect(readMemoryPath(path, document).ok).toBe(true);
  });
});

describe('memory files', () => {
  it('are added empty, copied beside themselves, and removed', () => {
    const document = addMemoryFile(of('/a/.claude', '/a/x.md'), '/a/y');
    expect(document.memoryFiles.at(-1)).toEqual({ path: '/a/y', text: '' });
    expect(addMemoryFile(document, '/a/y')).toBe(document);
    expect(paths(copyMemoryFile(document, '/a/x.md'))).toEqual(['/a/.claude', '/a/x.md', '/a/x-2.md', '/a/y']);
    expect(copyPath('/a/.claude', document)).toBe('/a/.claude-2');
    expect(copyPath('/a.b/y', document)).toBe('/a.b/y');
    expect(paths(removeMemoryFile(document, '/a/x.md'))).toEqual(['/a/.claude', '/a/y']);
  });

  it('outside the working directory are approved once', () => {
    const once = approveInclude(of(), '/x.md');
    expect(approveInclude(once, '/x.md').memorySources.approvedExternalIncludes).toEqual(['/x.md']);
  });
});
