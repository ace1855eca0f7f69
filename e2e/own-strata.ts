import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '@/scripts/port.mjs';

export interface OwnStrata {
  readonly url: string;
  stop(): Promise<void>;
}

/** A server of the test's own, with more environment; what it wrote when it does not start. */
export async function startStrata(
  environment: Record<string, string>,
): Promise<OwnStrata | { readonly output: string }> {
  const port = String(await freePort(3500));
  const env = { ...process.env, ANTHROPIC_API_KEY: '', ...environment, PORT: port, HOST: '127.0.0.1' };
  const child = spawn(process.execPath, [join(process.cwd(), 'scripts', 'start.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += String(data);
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) {
      const stop = async () => {
        child.kill('SIGTERM');
        await ended;
      };
      return { url, stop };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await ended;
  return { output };
}
