import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/** Where Debian puts servers, which is not on everyone's path. */
const PATH = `${process.env['PATH']}:/usr/sbin:/usr/local/sbin`;
const env = { ...process.env, PATH, DEBIAN_FRONTEND: 'noninteractive' };

const isThere = (program: string): boolean => spawnSync('which', [program], { env }).status === 0;

/** Whether a program is there, after installing Debian's package of it where that can be done. */
export function haveProgram(program: string, debian: string): boolean {
  if (isThere(program)) return true;
  if (process.getuid?.() !== 0 || !isThere('apt-get')) return false;
  process.stdout.write(`Installing ${debian} …\n`);
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', debian], { env, timeout: 300_000 });
  if (install().status !== 0) {
    spawnSync('apt-get', ['update'], { env, timeout: 120_000 });
    install();
  }
  return isThere(program);
}

export interface Running {
  readonly output: () => string;
  stop(): Promise<void>;
}

/** Starts a program and waits until `ready` answers; throws with what it wrote when it ends or takes too long. */
export async function startProgram(
  program: string,
  args: readonly string[],
  { cwd, ready }: { cwd: string; ready: () => Promise<boolean> },
): Promise<Running> {
  const child: ChildProcess = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  for (let tries = 0; tries < 150; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${output}`);
    if (await ready().catch(() => false)) return { output: () => output, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`${program} did not begin to listen: ${output}`);
}
