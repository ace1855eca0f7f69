import Anthropic from '@anthropic-ai/sdk';
import { emulatorBodies } from './emulator-bodies.ts';
import { median, p95 } from './measure.ts';
import { bar, heading, ms } from './report.ts';

const STREAMS = 200;

/** Many streams at a time against the running server, through the official SDK, each in a workspace of its own. */
export async function emulatorStreams(server: string): Promise<void> {
  heading(`(e) Emulator: ${STREAMS} streams at a time, 50 kB requests, a piece every 20 ms`);
  const [body = '{}'] = emulatorBodies(50_000, 1)['the same again'];
  const request = JSON.parse(body) as Anthropic.MessageStreamParams;
  const start = performance.now();
  const whole = await Promise.allSettled(
    Array.from({ length: STREAMS }, async (_, index) => {
      const apiKey = `streams-${process.pid}-${index}`;
      const client = new Anthropic({ apiKey, baseURL: `${server}/api/emulator`, maxRetries: 0 });
      const headers = { 'x-emulator-latency': '50,20' };
      const message = await client.messages.stream(request, { headers }).finalMessage();
      if (message.stop_reason !== 'end_turn') throw new Error(`It ended with ${message.stop_reason}.`);
      return performance.now() - start;
    }),
  );
  const times = whole.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failures = whole.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  console.log(`${times.length} ended well: median ${ms(median(times))}, p95 ${ms(p95(times))}`);
  for (const failure of new Set(failures)) console.log(`failed: ${failure}`);
  bar(`${STREAMS} concurrent streams without an error`, `${failures.length} errors`, failures.length === 0);
}
