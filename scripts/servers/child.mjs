import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** Everything that was started here and still runs; it must not outlive this process. */
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a program whose output goes to a file. */
export function start(command, args, { log, env, cwd }) {
  const file = openSync(log, 'w');
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', file, file] });
  closeSync(file);
  running.add(child);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.code ?? 'error'));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  }).finally(() => running.delete(child));
  const stop = async () => {
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(hard);
  };
  return { child, ended, stop };
}

/** Runs a program to its end; resolves to undefined, or to why it did not come to a good one. */
export async function run(command, args, options, limitSeconds) {
  const { child, ended } = start(command, args, options);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limitSeconds * 1000);
  const code = await ended;
  clearTimeout(timer);
  if (code === 0) return undefined;
  if (code === 'ENOENT') return `${command} is not installed`;
  return late ? `${command} took more than ${limitSeconds} s` : `${command} ended with ${code}, see ${options.log}`;
}

/** Resolves to undefined when `url` answers well, or to why it does not. */
export async function healthy(url, { ended }, log, limitSeconds) {
  const limit = Date.now() + limitSeconds * 1000;
  let dead;
  ended.then((code) => {
    dead = `it ended with ${code}, see ${log}`;
  });
  while (Date.now() < limit && dead === undefined) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return dead ?? `it did not become healthy within ${limitSeconds} s, see ${log}`;
}
