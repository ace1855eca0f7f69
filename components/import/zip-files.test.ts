import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipFiles } from './zip-files.ts';

describe('a .zip', () => {
  it('IMPORT-34: is a folder: its own one, or one named like the file', async () => {
    const rooted = zipFiles(zipSync({ 'shop/CLAUDE.md': strToU8('Tide é'), 'shop/docs/a.md': strToU8('a') }), 'x.zip');
    expect(rooted.map(({ path, size }) => [path, size])).toEqual([
      ['shop/CLAUDE.md', 7],
      ['shop/docs/a.md', 1],
    ]);
    expect(await rooted[0]?.read()).toBe('Tide é');
    const bare = zipFiles(zipSync({ 'CLAUDE.md': strToU8('a') }), 'harbour.zip');
    expect(bare.map(({ path }) => path)).toEqual(['harbour/CLAUDE.md']);
    expect(() => zipFiles(strToU8('no zip'), 'x.zip')).toThrow();
  });
});
