import { describe, expect, it } from 'vitest';
import { assemblePrompt } from '@/lib/prompt/assemble-prompt.ts';
import { SAMPLE_BASE } from './capture-sample.ts';
import { folderTexts } from './folder-sample.ts';
import { type FolderFile, readFolder, withFolder } from './read-folder.ts';

const PLACES = { workingDirectory: '/home/dev/old', home: '/home/dev' };

/** A folder of files by path, and the paths that were opened. */
function folder(texts: Readonly<Record<string, string>>) {
  const opened: string[] = [];
  const files = Object.entries(texts).map(
    ([path, text]): FolderFile => ({
      path,
      size: text.length,
      read: async () => {
        opened.push(path);
        return text;
      },
    }),
  );
  return { files, opened };
}

const read = async (files: readonly FolderFile[], onProgress: (done: number, of: number) => void = () => undefined) => {
  const result = await readFolder(files, PLACES, onProgress);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};

describe('a folder', () => {
  it('IMPORT-30: gives its memory files, rules and what they include, and opens nothing else', async () => {
    const { files, opened } = folder({
      'shop/CLAUDE.md': 'See @docs/style.md and @logo.png and @../outside.md',
      'shop/docs/style.md': 'Short. @more.md',
      'shop/docs/more.md': '`@docs/code.md`',
      'shop/docs/code.md': 'not included',
      'shop/logo.png': 'binary',
      'shop/src/secret.env': 'KEY',
      'shop/CLAUDE.local.md': 'mine',
      'shop/.claude/rules/a.md': 'rule',
      'shop/packages/web/CLAUDE.md': 'nested',
      'shop/node_modules/x/CLAUDE.md': 'foreign',
      'shop/.git/CLAUDE.md': 'no',
    });
    const found = await read(files);
    expect(found.files.map(({ path }) => path).sort()).toEqual([
      '/home/dev/shop/.claude/rules/a.md',
      '/home/dev/shop/CLAUDE.local.md',
      '/home/dev/shop/CLAUDE.md',
      '/home/dev/shop/docs/more.md',
      '/home/dev/shop/docs/style.md',
      '/home/dev/shop/packages/web/CLAUDE.md',
    ]);
    expect(opened).toHaveLength(6);
    expect(found).toMatchObject({ directory: '/home/dev/shop', isProject: true, seen: 11 });
  });

  it('IMPORT-31: becomes the working directory, and its files take the place of the old ones', async () => {
    const document = {
      ...SAMPLE_BASE,
      environment: { ...SAMPLE_BASE.environment, ...PLACES },
      memoryFiles: [
        { path: '/home/dev/old/CLAUDE.md', text: 'old' },
        { path: '/home/dev/.claude/CLAUDE.md', text: 'user' },
      ],
    };
    const next = withFolder(document, await read(folder({ 'shop/CLAUDE.md': 'new' }).files));
    expect(next.environment.workingDirectory).toBe('/home/dev/shop');
    expect(next.memoryFiles.map(({ text }) => text)).toEqual(['user', 'new']);
    const own = withFolder(document, await read(folder({ '.claude/CLAUDE.md': 'mine' }).files));
    expect(own.environment.workingDirectory).toBe('/home/dev/old');
    expect(own.memoryFiles.map(({ text }) => text)).toEqual(['old', 'mine']);
  });

  it('IMPORT-32: without memory files is told so; files over 1 MB are passed over by name', async () => {
    const none = await readFolder(folder({ 'shop/a.md': '' }).files, PLACES, () => undefined);
    expect(none).toMatchObject({ ok: false, failure: { place: 'The folder shop' } });
    const { files, opened } = folder({ 'shop/CLAUDE.md': 'x'.repeat(1_000_001), 'shop/CLAUDE.local.md': 'y' });
    expect((await read(files)).tooLarge).toEqual(['/home/dev/shop/CLAUDE.md']);
    expect(opened).toEqual(['shop/CLAUDE.local.md']);
  });

  it('IMPORT-33: of 200 memory files with deep includes is read in a second and assembled in 10 ms', async () => {
    const { files } = folder(folderTexts('shop'));
    const progress: number[] = [];
    const started = performance.now();
    const found = await read(files, (done) => progress.push(done));
    const document = withFolder(SAMPLE_BASE, found);
    assemblePrompt(document, { id: 'm', name: 'm', structuredOutputs: false }, 1);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(found.files).toHaveLength(201);
    expect(progress.at(-1)).toBe(201);
    expect(progress.length).toBeGreaterThan(4);
    const times = Array.from({ length: 8 }, (_, at) => {
      const edited = { ...document, memoryFiles: document.memoryFiles.map((file) => ({ ...file })), draft: `${at}` };
      const from = performance.now();
      assemblePrompt(edited, { id: 'm', name: 'm', structuredOutputs: false }, 1);
      return performance.now() - from;
    });
    expect(Math.min(...times)).toBeLessThan(10);
  });
});
