import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isProgram, root, runNext } from './next.mjs';

const FOLDERS = ['app', 'components', 'lib', 'public'];
const FILES = [
  'package.json',
  'package-lock.json',
  'next.config.mjs',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
];
const TEST = /\.test\.tsx?$/;

const buildId = join(root, '.next', 'BUILD_ID');
const stampFile = join(root, '.next', 'source-stamp');

/** A hash of everything a build is made from; by content, because a checkout or a copy changes every date. */
export function sourceStamp(folder = root) {
  const inFolders = FOLDERS.filter((name) => existsSync(join(folder, name))).flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, name, path))
      .filter((path) => !TEST.test(path) && statSync(path).isFile()),
  );
  const paths = [...inFolders, ...FILES.map((name) => join(folder, name)).filter((path) => existsSync(path))];
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const content = readFileSync(path);
    hash.update(`${path.slice(folder.length).split(sep).join('/')}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Builds for production; resolves to the exit code. The stamp is taken first: an edit during the build makes it stale. */
export async function build() {
  const stamp = sourceStamp();
  const code = await runNext(['build']);
  if (code === 0) writeFileSync(stampFile, stamp);
  return code;
}

/** Builds only when there is no build or the sources have changed since; resolves to the exit code. */
export async function ensureBuilt() {
  const current = existsSync(buildId) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp();
  return current ? 0 : build();
}

if (isProgram(import.meta.url)) process.exitCode = await build();
