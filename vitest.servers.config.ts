import { defineConfig, mergeConfig } from 'vitest/config';
import shared from './vitest.config.ts';

const reports = process.env['STRATA_REPORTS'];

/** The tests that need real servers; `npm run test:backends` starts those and this. */
export default mergeConfig(
  { resolve: shared.resolve },
  defineConfig({
    test: {
      environment: 'node',
      include: ['servers/**/*.test.ts'],
      // One server with one slot: two files at once would take each other's cache.
      fileParallelism: false,
      testTimeout: 60_000,
      // One answer in some hundreds of llama.cpp comes without its first event (BACK-1), by chance.
      retry: 1,
      ...(reports ? { reporters: ['default', 'json'], outputFile: { json: `${reports}/servers.json` } } : {}),
    },
  }),
);
