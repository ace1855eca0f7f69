import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const reports = process.env['STRATA_REPORTS'];

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
    include: ['{lib,components,scripts}/**/*.test.{ts,tsx,mjs}'],
    ...(reports ? { reporters: ['default', 'json'], outputFile: { json: `${reports}/unit.json` } } : {}),
  },
});
