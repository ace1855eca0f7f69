import { postCall, type SendBody, type SendCall } from '@/lib/backends/send-client.ts';
import { serverSentData } from '@/lib/backends/server-sent.ts';
import type { Failure } from '@/lib/errors.ts';
import { CHECKS, type CheckLine } from './check-line.ts';

/** A line is a few sentences. */
const MOST = 20_000;

/** The page's way to a check, over its own server: the lines as they come; a failure ends them. An abort ends them silently. */
export async function* checkLines(
  fetch: (path: string, init: RequestInit) => Promise<Response>,
  body: SendBody,
  call: SendCall,
): AsyncGenerator<CheckLine | { readonly failure: Failure }, void, undefined> {
  const answered = await postCall(fetch, '/api/check-connection', body, call);
  if (call.signal.aborted) return;
  if (!answered.ok) return yield { failure: answered.failure };
  let known = 0;
  try {
    if (answered.value.body) {
      for await (const portion of serverSentData(answered.value.body, MOST)) {
        for (const data of portion) {
          known += 1;
          yield JSON.parse(data) as CheckLine;
        }
      }
    }
  } catch {
    // What came before stands; that it broke off is told below.
  }
  if (known < CHECKS.length && !call.signal.aborted) {
    const message = 'The check broke off.';
    yield { failure: { code: 'stream-cut', message, fix: 'What it found stands. Check again.' } };
  }
}
