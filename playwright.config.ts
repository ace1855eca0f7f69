import { defineConfig } from 'playwright/test';

const port = process.env['STRATA_E2E_PORT'] || '3100';
const browser = process.env['STRATA_BROWSER'];
const reports = process.env['STRATA_REPORTS'];

/** `npm run e2e` finds the browser, makes the build and chooses a free port first. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  // One at a time: the speed of a page under test must not hang on its neighbour.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ...(reports ? [['json', { outputFile: `${reports}/browser.json` }] as const] : [])],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    trace: 'retain-on-failure',
    launchOptions: browser ? { executablePath: browser } : {},
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://127.0.0.1:${port}/api/health`,
    // A key of the developer's must not reach a test, and no test may depend on one.
    env: { PORT: port, HOST: '127.0.0.1', ANTHROPIC_API_KEY: '' },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
