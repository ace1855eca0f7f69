import { Agent, request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { startLiteLlm } from '@/scripts/servers/litellm.mjs';
import { measureInTurn, median, p95 } from './measure.ts';
import { machineTime, type PacedUpstream, startPacedUpstream, writtenTimes } from './paced-upstream.ts';
import { startServer } from './production-server.ts';
import { bar, heading, ms, table } from './report.ts';

const RUNS = 150;
/** A server that has run for a while: its code is compiled by then. */
const WARMUP = 300;
const PACED_RUNS = 12;
const PAUSE_MS = 15;
const BAR_OVERHEAD_MS = 3;
const BAR_FIRST_BYTE_MS = 5;

const BODY = {
  model: 'local',
  max_tokens: 64,
  messages: [{ role: 'user', content: 'What is a prompt cache? '.repeat(200) }],
  stream: true,
};

interface Way {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Posted; without one it is a plain GET. */
  readonly body?: string;
}

/** What our route, and LiteLLM beside it, add to a call of the same upstream: taking turns, in the same run. */
export async function routeOverhead(): Promise<void> {
  const upstream = await startPacedUpstream();
  const backend = {
    id: 'bench',
    name: 'Bench',
    kind: 'anthropic',
    baseUrl: upstream.url,
    keyVariable: 'STRATA_BENCH_KEY',
  };
  const server = await startServer({
    STRATA_BENCH_KEY: 'sk-bench',
    STRATA_BACKENDS: JSON.stringify({ backends: [{ ...backend, privateNetwork: true }] }),
  });
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'strata');
  const proxy = await startLiteLlm(cache, { url: upstream.url, key: 'sk-bench' }, console.log);
  const direct = { name: 'direct', url: `${upstream.url}/v1/messages`, headers: {}, body: JSON.stringify(BODY) };
  const ours = {
    name: "Strata's route",
    url: `${server.url}/api/send`,
    headers: {},
    body: JSON.stringify({ backend: backend.id, request: BODY, session: 'bench' }),
  };
  const bare = { name: 'a bare route', url: `${server.url}/api/health`, headers: {} };
  const litellm = proxy.url && {
    name: 'LiteLLM',
    url: `${proxy.url}/v1/messages`,
    headers: { authorization: `Bearer ${proxy.key}` },
    body: JSON.stringify({ ...BODY, model: proxy.model }),
  };
  const ways: Way[] = litellm ? [direct, ours, litellm] : [direct, ours];
  const agent = new Agent({ keepAlive: true });
  try {
    const own = await wholeAnswers('one call after another', [direct, ours, bare], agent);
    if (litellm)
      await wholeAnswers('LiteLLM in turn with them, so that all others rest meanwhile', [...ways, bare], agent);
    bar(`the route adds less than ${BAR_OVERHEAD_MS} ms at the median`, ms(own), own < BAR_OVERHEAD_MS);
    await firstBytes(ways, upstream, agent);
    if (proxy.skipped) console.log(`\nLiteLLM was left out: ${proxy.skipped}`);
  } finally {
    agent.destroy();
    await Promise.all([proxy.stop?.(), server.stop(), upstream.stop()]);
  }
}

/** What the second way adds to the first at the median, in milliseconds. */
async function wholeAnswers(how: string, ways: readonly Way[], agent: Agent): Promise<number> {
  heading(`Overhead of the route: a whole streamed answer, ${RUNS} each, in turn; ${how}`);
  const acts = ways.map((way) => () => call(way, agent));
  const times = await measureInTurn(acts, { runs: RUNS, warmup: WARMUP });
  const base = median(times[0] ?? []);
  const added = times.map((each) => median(each) - base);
  console.log(
    'The bare route answers the state of the server: what is added before a route of ours has done anything.\n',
  );
  table(
    ['', 'median', 'p95', 'added at the median'],
    ways.map(({ name }, index) => [
      name,
      ms(median(times[index] ?? [])),
      ms(p95(times[index] ?? [])),
      index === 0 ? '' : ms(added[index] ?? Number.NaN),
    ]),
  );
  return added[1] ?? Number.NaN;
}

async function firstBytes(ways: readonly Way[], upstream: PacedUpstream, agent: Agent): Promise<void> {
  heading(`Streaming: from the upstream's writing of a part to its arrival, parts ${PAUSE_MS} ms apart`);
  await upstream.pause(PAUSE_MS);
  const first: number[][] = ways.map(() => []);
  const all: number[][] = ways.map(() => []);
  for (let run = 0; run < PACED_RUNS; run += 1) {
    for (const [index, way] of ways.entries()) {
      const lags = await call(way, agent);
      first[index]?.push(lags[0] ?? Number.NaN);
      all[index]?.push(...lags);
    }
  }
  table(
    ['', 'first part, median', 'first part, p95', 'every part, median', 'every part, p95'],
    ways.map(({ name }, index) => [
      name,
      ...[first, all].flatMap((lags) => [ms(median(lags[index] ?? [])), ms(p95(lags[index] ?? []))]),
    ]),
  );
  const own = median(first[1] ?? []) - median(first[0] ?? []);
  bar(`the first part comes within ${BAR_FIRST_BYTE_MS} ms of a direct call's`, ms(own), own < BAR_FIRST_BYTE_MS);
}

/** How long each part of the answer took from its writing to its arrival, in milliseconds. */
function call({ url, headers, body }: Way, agent: Agent): Promise<number[]> {
  const ofBody = body !== undefined && {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...ofBody, ...headers }, agent }, (response) => {
      const lags: number[] = [];
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const now = machineTime();
        text += chunk;
        for (const written of writtenTimes(text).slice(lags.length)) lags.push(now - written);
      });
      response.once('end', () =>
        response.statusCode === 200 && (lags.length > 0 || body === undefined)
          ? resolve(lags)
          : reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 200)}`)),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
