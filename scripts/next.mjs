import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of package.json, without a trailing separator. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs one Next.js command with telemetry off, and with more environment variables, and waits for it; resolves to its exit code.
 * Next is started without npx and gets every signal, so that no server is left behind.
 */
export function runNext(args, variables = {}) {
  const next = `${root}/node_modules/next/dist/bin/next`;
  if (!existsSync(next)) {
    console.error('The packages are not installed. Run: npm ci');
    return Promise.resolve(1);
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [next, ...args], {
      cwd: root,
      stdio: 'inherit',
      // Whoever starts us may not say where we listen.
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', STRATA_LISTENS_ON_LOOPBACK: '', ...variables },
    });
    const forward = (signal) => child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    const watch = onParentGone(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of FORWARDED) process.off(name, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** npm passes a signal to its shell alone, which dies of it and says nothing: under npm, a new parent means stop. */
function onParentGone(stop) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return undefined;
  return setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 250);
}

/** Whether this module is the program that was started, rather than imported by another. */
export const isProgram = (moduleUrl) => moduleUrl === pathToFileURL(process.argv[1] ?? '').href;

if (isProgram(import.meta.url)) {
  const args = process.argv.slice(2);
  const isOwn = args[args.indexOf('-H') + 1] === '127.0.0.1';
  process.exitCode = await runNext(args, isOwn ? { STRATA_LISTENS_ON_LOOPBACK: '1' } : {});
}
