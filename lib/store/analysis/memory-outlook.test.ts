import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { discoverMemory } from '@/lib/memory/discover-memory.ts';
import { memoryTree } from '@/lib/memory/memory-tree.arbitrary.ts';
import { normalizePath } from '@/lib/memory/path.ts';
import { memorySettings } from '@/lib/prompt/memory-settings.ts';
import { memoryBar } from './memory-bar.ts';
import { memoryForecast, memoryOutlook } from './memory-outlook.ts';

const preset = PRESETS[0].document;
const of = (files: Record<string, string>, flags: Partial<Document['flags']> = {}): Document => ({
  ...preset,
  environment: { ...preset.environment, workingDirectory: '/w', home: '/h' },
  flags: { ...preset.flags, ...flags },
  memoryFiles: Object.entries(files).map(([path, text]) => ({ path, text })),
});
const entries = (document: Document) => memoryOutlook(document).entries;

describe('the memory files of a document', () => {
  it('have their place in the load order, their kind and the reason, in the order of the document', () => {
    const [local, user] = entries(of({ '/w/CLAUDE.local.md': 'a', '/h/.claude/CLAUDE.md': 'b' }));
    expect(local).toMatchObject({ kind: 'local', order: 2, cause: undefined, key: 'memory-file:/w/CLAUDE.local.md' });
    expect(user).toMatchObject({ kind: 'user', order: 1 });
    expect(user?.reason).toMatch(/every project/);
  });

  it('that are not loaded have a cause and a reason, and their kind when their place gives one', () => {
    const document = of({ '/w/CLAUDE.md': 'a', '/w/notes.md': 'b' });
    const off = { ...document, memorySources: { ...document.memorySources, projectSettings: false } };
    const [project, notes] = entries(off);
    expect(project).toMatchObject({ kind: 'project', order: undefined, cause: 'source-off' });
    expect(notes).toMatchObject({ kind: undefined, order: undefined, cause: 'not-discovered' });
    expect(notes?.reason).toMatch(/no file that is loaded includes it/);
  });

  it('are none of them sent while a flag says so', () => {
    const document = of({ '/w/CLAUDE.md': 'a' }, { CLAUDE_CODE_DISABLE_CLAUDE_MDS: true });
    expect(entries(document)[0]).toMatchObject({ kind: 'project', order: undefined, cause: 'all-off' });
    expect(memoryBar(document.flags)?.flag).toBe('CLAUDE_CODE_DISABLE_CLAUDE_MDS');
    expect(memoryBar({ ...preset.flags, bare_mode: true })?.flag).toBe('bare_mode');
    expect(memoryBar(preset.flags)).toBeUndefined();
  });

  it('carry the warning of a cut', () => {
    const lines = Array(201).fill('- line').join('\n');
    const path = `${preset.environment.memoryDirectory}/MEMORY.md`;
    expect(entries(of({ [path]: lines }))[0]?.warnings).toEqual([expect.stringMatching(/cut at 200 lines/)]);
  });

  it('are found under a path that is not written in its shortest form', () => {
    expect(entries(of({ '/w/./CLAUDE.md': 'a' }))[0]).toMatchObject({
      path: '/w/./CLAUDE.md',
      key: 'memory-file:/w/CLAUDE.md',
      order: 1,
    });
  });
});

describe('includes that lead nowhere', () => {
  it('are listed with the file that asks for them; a file that is there stands in the tree', () => {
    const files = { '/w/CLAUDE.md': '@missing.md @/out.md @b.md', '/w/b.md': '@CLAUDE.md', '/out.md': 'x' };
    const { strays, entries: all } = memoryOutlook(of(files));
    expect(strays.map(({ path, cause, includedBy }) => [path, cause, includedBy])).toEqual([
      ['/w/missing.md', 'include-missing', '/w/CLAUDE.md'],
      ['/w/CLAUDE.md', 'include-cycle', '/w/b.md'],
    ]);
    expect(all.map(({ order, cause }) => [order, cause])).toEqual([
      [1, undefined],
      [2, undefined],
      [undefined, 'include-external'],
    ]);
  });
});

it('MEM-6: whatever the tree, every file says why it is loaded or not, and every include that leads nowhere is listed', () => {
  fc.assert(
    fc.property(memoryTree, fc.boolean(), (files, bare) => {
      const document = of(Object.fromEntries(files.map(({ path, text }) => [path, text])), { bare_mode: bare });
      const { loaded, skipped } = discoverMemory(document.memoryFiles, memorySettings(document));
      const outlook = memoryOutlook(document);
      const tree = new Set(document.memoryFiles.map(({ path }) => normalizePath(path)));
      for (const { path, order, reason } of outlook.entries) {
        expect(reason).not.toBe('');
        expect(loaded[(order ?? 0) - 1]?.path).toBe(order === undefined ? undefined : normalizePath(path));
        if (order === undefined)
          expect(skipped.some((each) => each.path === normalizePath(path) && each.reason === reason)).toBe(true);
      }
      for (const left of skipped)
        expect(tree.has(left.path) || outlook.strays.some((each) => each.reason === left.reason)).toBe(true);
    }),
  );
});

describe('the forecast for a new file', () => {
  it('says whether it will be loaded at its path', () => {
    const document = of({ '/h/.claude/CLAUDE.md': 'a' });
    expect(memoryForecast('/w/CLAUDE.md', document)).toMatchObject({ order: 2 });
    expect(memoryForecast('/w/x.md', document)).toMatchObject({ order: undefined });
  });
});

it('IMPORT-14: the files of an imported request are those that its reminders hold, wherever they lie', () => {
  const parts = [{ type: 'file', path: '/far/away.md', heading: 'Contents of /far/away.md:\n\n' }] as const;
  const imported = {
    fields: [],
    isSystemText: false,
    systemBlocks: [],
    format: { indent: '', afterComma: '', afterColon: '', isAscii: false, escaped: '' },
  };
  const document: Document = {
    ...of({ '/w/CLAUDE.md': 'here', '/far/away.md': 'there' }),
    imported,
    conversation: [{ id: 'a', role: 'user', text: '', blocks: [{ id: 'b', type: 'context', parts }] }],
  };
  expect(entries(document).map(({ path, order }) => [path, order])).toEqual([
    ['/w/CLAUDE.md', undefined],
    ['/far/away.md', 1],
  ]);
});
