import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { PARTS } from './parts.ts';
import { startServer } from './production-server.ts';

/**
 * npm run bench [-- core|tokens|http|page|load|soak|<part> …]: measures all, or what is named. Exits non-zero only when a part crashes.
 * STRATA_BENCH_URL names a production server that runs already; else one is built and started.
 */
async function bench(names: readonly string[]): Promise<number> {
  const known = new Set(Object.entries(PARTS).flatMap(([name, { group }]) => [name, group]));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}. The parts are: ${[...known].join(', ')}.`);
    return 1;
  }
  const chosen = Object.entries(PARTS).filter(
    ([name, { group }]) => names.length === 0 || names.includes(name) || names.includes(group),
  );
  const [cpu] = cpus();
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model}`);
  console.log(`Load of the machine before: ${load.join(', ')} (above 0 means that the figures are noisy)`);
  const server = chosen.some(([, { needsServer }]) => needsServer) ? await startServer() : undefined;
  const codes = [];
  for (const [name] of chosen) codes.push(await runAlone(name, server?.url ?? ''));
  await server?.stop();
  return codes.some((code) => code !== 0) ? 1 : 0;
}

/** A part in a process of its own, so that none inherits another's heap; `react-server` lets it load the server's modules. */
function runAlone(name: string, server: string): Promise<number> {
  const args = [
    '--import',
    'tsx',
    '--expose-gc',
    '--conditions=react-server',
    fileURLToPath(import.meta.url),
    '--part',
    name,
    server,
  ];
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

const [first, name = '', server = ''] = process.argv.slice(2);
if (first === '--part') await PARTS[name]?.run(server);
else process.exitCode = await bench(process.argv.slice(2));
