import { Agent, request } from 'node:http';
import { Worker } from 'node:worker_threads';
import { emulatorBodies, KINDS } from './emulator-bodies.ts';
import { measure, median, p95 } from './measure.ts';
import { heading, ms, ratio, table } from './report.ts';

const CONNECTIONS = 8;
const REQUESTS = 400;

interface Load {
  readonly perSecond: number;
  readonly times: readonly number[];
}

/** (c) over HTTP: the running server, against a bare Node server that parses and hashes the same bodies. */
export async function emulatorOverHttp(server: string): Promise<void> {
  const floor = await startFloor();
  const bodies = emulatorBodies(50_000, REQUESTS);
  heading(`(c) Emulator over HTTP, 50 kB requests, ${CONNECTIONS} connections, ${REQUESTS} requests each`);
  const rows: string[][] = [];
  for (const kind of KINDS) {
    await load(`${server}/api/emulator/v1/messages`, bodies[kind].slice(0, 40));
    await load(floor.url, bodies[kind].slice(0, 40));
    const own = await load(`${server}/api/emulator/v1/messages`, bodies[kind]);
    const bare = await load(floor.url, bodies[kind]);
    rows.push([
      kind,
      own.perSecond.toFixed(0),
      ms(median(own.times)),
      ms(p95(own.times)),
      bare.perSecond.toFixed(0),
      ratio(bare.perSecond, own.perSecond),
    ]);
  }
  table(['', 'requests/s', 'median', 'p95', 'bare server: requests/s', 'ratio'], rows);
  await floor.stop();
}

/** All bodies over so many connections that are kept open, each sending its next as soon as it has its answer. */
async function load(url: string, bodies: readonly string[]): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let next = 0;
  const connection = async () => {
    while (next < bodies.length) {
      const body = bodies[next] ?? '';
      next += 1;
      times.push(...(await measure(() => post(url, body, agent), { runs: 1 })));
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const perSecond = (1000 * bodies.length) / (performance.now() - start);
  agent.destroy();
  return { perSecond, times };
}

function post(url: string, body: string, agent: Agent): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'x-api-key': 'bench',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function startFloor(): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const worker = new Worker(new URL('./floor-server.mjs', import.meta.url));
  const port = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  return { url: `http://127.0.0.1:${port}`, stop: () => worker.terminate() };
}
