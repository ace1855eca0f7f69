import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { root } from './next.mjs';
import { freePort } from './port.mjs';

/** The browser tests against a production server of their own; arguments go to Playwright. */
async function e2e(args) {
  const { path, from } = await findBrowser();
  console.log(`Browser: ${path ?? 'Chromium'} (${from})`);
  const failed = await ensureBuilt();
  if (failed) return failed;
  const port = process.env.STRATA_E2E_PORT || String(await freePort(3100));
  const child = spawn(process.execPath, [join(root, 'node_modules', 'playwright', 'cli.js'), 'test', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, STRATA_BROWSER: path ?? '', STRATA_E2E_PORT: port },
  });
  // Ctrl+C reaches Playwright by itself, and it needs this process to wait while it stops the server.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

try {
  process.exitCode = await e2e(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
