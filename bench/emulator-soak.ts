import { POST } from '@/app/api/emulator/v1/messages/route.ts';
import { emulatorBodies } from './emulator-bodies.ts';
import { bar, heading, table } from './report.ts';

/** How long, in seconds: STRATA_SOAK_SECONDS=600 for ten minutes. */
const SECONDS = Number(process.env['STRATA_SOAK_SECONDS'] ?? 30);
const SAMPLES = 12;
/** The store's 64 MB, the counters' memories, and what a request needs while it runs. */
const BOUND_MEGABYTES = 200;

/** New texts in ever new workspaces for a while: the heap after each stretch, against its bound. */
export async function emulatorSoak(): Promise<void> {
  heading(`(f) Emulator under load for ${SECONDS} s: 50 kB requests, every text new, a new workspace every ten`);
  const bodies = emulatorBodies(50_000, 400)['every text new'];
  const rows: string[][] = [];
  const heaps: number[] = [];
  let sent = 0;
  const start = performance.now();
  for (let sample = 1; sample <= SAMPLES; sample += 1) {
    while (performance.now() - start < (SECONDS * 1000 * sample) / SAMPLES) {
      await send(bodies[sent % bodies.length] ?? '', sent);
      sent += 1;
    }
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    heaps.push(heapUsed / 1e6);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    rows.push([`${seconds} s`, String(sent), (heapUsed / 1e6).toFixed(0), (rss / 1e6).toFixed(0)]);
  }
  table(['after', 'requests', 'heap used, MB', 'resident, MB'], rows);
  const most = Math.max(...heaps);
  bar(`heap within ${BOUND_MEGABYTES} MB`, `${most.toFixed(0)} MB at most`, most <= BOUND_MEGABYTES);
}

/** A text that no request has had before, so that nothing is found and everything is kept. */
async function send(body: string, number: number): Promise<void> {
  const headers = {
    host: 'localhost',
    'content-type': 'application/json',
    'x-api-key': `soak-${Math.floor(number / 10)}`,
  };
  const fresh = body.replaceAll('"text":"', `"text":"${number} `);
  const request = new Request('http://localhost/api/emulator/v1/messages', { method: 'POST', headers, body: fresh });
  const response = await POST(request, undefined);
  if (response.status !== 200) throw new Error(`The emulator answered ${response.status}: ${await response.text()}`);
  await response.text();
}
