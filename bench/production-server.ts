import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '@/scripts/port.mjs';

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 300_000;

/**
 * The production server as `npm start` runs it, built first if need be; or the one that STRATA_BENCH_URL names, unless it is to be
 * configured by these variables.
 */
export async function startServer(variables?: Readonly<Record<string, string>>): Promise<RunningServer> {
  const given = process.env['STRATA_BENCH_URL'];
  if (given && !variables) return { url: given.replace(/\/$/, ''), stop: async () => undefined };
  const port = await freePort(3200);
  const script = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ANTHROPIC_API_KEY: '', ...variables },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  const url = `http://127.0.0.1:${port}`;
  for (const limit = Date.now() + START_LIMIT_MS; Date.now() < limit && child.exitCode === null; ) {
    if (await answers(`${url}/api/health`)) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await stop();
  throw new Error('The production server did not start.');
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
