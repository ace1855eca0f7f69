import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const reports = process.env['STRATA_REPORTS'];

/** The day that this is built on, by which tables of prices are fresh: as told, else that of the last commit; empty where nobody knows. */
const buildDate =
  process.env['STRATA_BUILD_DATE'] ||
  (spawnSync('git', ['log', '-1', '--format=%cs'], { cwd: root, encoding: 'utf8' }).stdout ?? '').trim();

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // The real module throws outside a React server build.
      { find: 'server-only', replacement: 'data:text/javascript,' },
    ],
  },
  test: {
    environment: 'node',
    env: { STRATA_BUILD_DATE: buildDate },
    include: ['{lib,components,scripts}/**/*.test.{ts,tsx,mjs}'],
    ...(reports ? { reporters: ['default', 'json'], outputFile: { json: `${reports}/unit.json` } } : {}),
  },
});
