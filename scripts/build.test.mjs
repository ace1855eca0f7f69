import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceStamp } from './build.mjs';

let folder;
const write = (path, text) => writeFileSync(join(folder, path), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-stamp-'));
  mkdirSync(join(folder, 'app'));
  mkdirSync(join(folder, 'lib/cache'), { recursive: true });
  write('app/page.tsx', 'page');
  write('lib/cache/a.ts', 'a');
  write('package.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('stays the same when only dates, tests or other files change', () => {
  const stamp = sourceStamp(folder);
  utimesSync(join(folder, 'app/page.tsx'), 0, 0);
  write('lib/cache/a.test.ts', 'test');
  write('README.md', 'read');
  expect(sourceStamp(folder)).toBe(stamp);
});

it('changes with every edit, new file, removal and rename, in folders and beside them', () => {
  const stamps = [sourceStamp(folder)];
  const after = (change) => {
    change();
    stamps.push(sourceStamp(folder));
  };
  after(() => write('lib/cache/a.ts', 'b'));
  after(() => write('lib/cache/c.ts', ''));
  after(() => renameSync(join(folder, 'lib/cache/c.ts'), join(folder, 'lib/cache/d.ts')));
  after(() => rmSync(join(folder, 'app/page.tsx')));
  after(() => write('package.json', '{"version":"2"}'));
  after(() => write('proxy.ts', ''));
  expect(new Set(stamps).size).toBe(7);
});
