import { emulatorBodies, KINDS, parseAndHash } from './emulator-bodies.ts';
import { mean, measureInTurn, median, p95, processorTime } from './measure.ts';
import { type Handler, productionRoute } from './production-route.ts';
import { bar, heading, kilobytes, ms, table } from './report.ts';

/** What is asked of a request whose texts, but for the last, were counted before: the requests of an agent's session. */
const LEAST_SHARE = 60;

const OPTIONS = { runs: 400, warmup: 200 };
const EACH = OPTIONS.warmup + OPTIONS.runs;

/** (c) in one process: the route's own handler, against parsing and hashing the same bodies. */
export async function emulatorInProcess(): Promise<void> {
  const POST = await productionRoute('app/api/emulator/v1/messages/route.ts');
  const bodies = emulatorBodies(50_000, 2 * EACH);
  const size = Buffer.byteLength(bodies['the same again'][0] ?? '');
  heading(
    `(c) Emulator, its handler called directly, ${kilobytes(size)} requests (${OPTIONS.runs} times each), processor time`,
  );
  const rows: string[][] = [];
  const shares = new Map<string, number>();
  for (const kind of KINDS) {
    for (const stream of [false, true]) {
      // A half each: texts that the plain requests have had counted would no longer be new.
      const half = stream ? bodies[kind].slice(EACH) : bodies[kind].slice(0, EACH);
      const sent = half.map((body) => (stream ? `${body.slice(0, -1)},"stream":true}` : body));
      const requests = sent.map(arrived);
      const [floor = [], own = []] = await measureInTurn(
        [(index) => parseAndHash(sent[index] ?? ''), (index) => answered(POST, requests[index] ?? arrived(''))],
        OPTIONS,
        processorTime,
      );
      const share = (100 * median(floor)) / median(own);
      shares.set(`${kind}${stream ? ', streamed' : ''}`, share);
      const times = [ms(median(own)), ms(p95(own)), ms(median(floor)), `${share.toFixed(0)} %`];
      rows.push([`${kind}${stream ? ', streamed' : ''}`, (1000 / mean(own)).toFixed(0), ...times]);
    }
  }
  table(['', 'requests/s', 'median', 'p95', 'JSON.parse + SHA-256 + JSON.stringify', 'share of the floor'], rows);
  for (const kind of ['the same again', 'a new last message']) {
    const share = shares.get(kind) ?? 0;
    bar(`${kind}: at least ${LEAST_SHARE} % of the floor`, `${share.toFixed(0)} %`, share >= LEAST_SHARE);
  }
}

/** A request as a server gets it: made before the clock runs, its body as bytes. */
function arrived(body: string): Request {
  const headers = { host: 'localhost', 'content-type': 'application/json', 'x-api-key': 'bench' };
  const bytes = new TextEncoder().encode(body);
  return new Request('http://localhost/api/emulator/v1/messages', { method: 'POST', headers, body: bytes });
}

async function answered(POST: Handler, request: Request): Promise<void> {
  const response = await POST(request, undefined);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`The emulator answered ${response.status}: ${text.slice(0, 300)}`);
}
