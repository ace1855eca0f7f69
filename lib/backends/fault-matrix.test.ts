import { afterAll, describe, expect, it } from 'vitest';
import type { Failure } from '@/lib/errors.ts';
import { success } from '@/lib/result.ts';
import type { BackendEvent } from './backend.ts';
import { CONTRACT, collect, failureOf, textOf } from './backend-contract.ts';
import { BACKEND_KINDS, type BackendFamily, type BackendKind, defaultFamily } from './backend-kind.ts';
import { createBackend } from './create-backend.ts';
import { ANSWER_WORDS, answerStream } from './fixtures/answer-streams.ts';
import { type Replay, startReplayServer } from './fixtures/replay-server.ts';

const SSE = 'text/event-stream';
const HTML = '<!doctype html><title>CANARY</title>';
const USAGE: Readonly<Record<BackendFamily, object>> = {
  messages: { input_tokens: 5, output_tokens: 1 },
  'chat-completions': { prompt_tokens: 5, completion_tokens: 1 },
  responses: { input_tokens: 5, output_tokens: 1 },
};

interface Fault {
  readonly replay: (events: readonly string[]) => Replay;
  readonly failure: Partial<Record<keyof Failure, unknown>>;
  /** Text that had come before the fault, and must stay. */
  readonly keeps?: string;
}

const says = (pattern: RegExp) => expect.stringMatching(pattern);
const error =
  (status: number, message: string, headers?: Record<string, string>): Fault['replay'] =>
  () => ({
    text: JSON.stringify({ error: { type: 'some_error', message: `${message} (you sent CANARY)` } }),
    status,
    ...(headers && { headers }),
  });
const half = (events: readonly string[]): string => events.slice(0, 4).join('');

const FAULTS: Readonly<Record<string, Fault>> = {
  '401': {
    replay: error(401, 'no'),
    failure: { code: 'backend-refused-key', message: says(/refused the key \(401\)/) },
  },
  '403': { replay: error(403, 'no'), failure: { code: 'backend-refused-key', message: says(/forbids .* \(403\)/) } },
  '404': {
    replay: error(404, 'no'),
    failure: { code: 'backend-rejected', message: says(/nothing at this address \(404\)/) },
  },
  '429 with a time': {
    replay: error(429, 'slow down', { 'retry-after': '17' }),
    failure: {
      code: 'backend-rate-limited',
      message: says(/no more requests/),
      fix: says(/17 s/),
      retryAfterSeconds: 17,
    },
  },
  '500': { replay: error(500, 'oh'), failure: { code: 'backend-failed', message: says(/failed \(500\): oh/) } },
  '529': {
    replay: error(529, 'busy'),
    failure: { code: 'backend-overloaded', message: says(/overloaded \(529\): busy/) },
  },
  'JSON that is none': {
    replay: (events) => ({ text: `${half(events)}event: content_block_delta\ndata: {"CANARY":\n\n`, type: SSE }),
    failure: { code: 'backend-failed', message: says(/a stream with an event that cannot be read/) },
  },
  'a stream of something else': {
    replay: () => ({ text: 'hello CANARY\n\nhow are you\n\n', type: SSE }),
    failure: { code: 'backend-failed', message: says(/without the beginning of an answer/) },
  },
  'a cut half-way': {
    replay: (events) => ({ text: half(events), type: SSE, reset: true }),
    failure: { code: 'stream-cut', message: says(/broke off/) },
    keeps: ANSWER_WORDS[0],
  },
  silence: {
    replay: (events) => ({ text: half(events), type: SSE, silent: true }),
    failure: { code: 'stream-cut', message: says(/fell silent: nothing came for 0.2 s/) },
    keeps: ANSWER_WORDS[0],
  },
  'another content type': {
    replay: () => ({ text: 'CANARY', type: 'text/plain' }),
    failure: { code: 'backend-failed', message: says(/"text\/plain" where a stream of events is due/) },
  },
  'a redirect': {
    replay: () => ({ text: '', status: 302, headers: { location: 'http://elsewhere.test/?key=CANARY' } }),
    failure: { code: 'backend-failed', message: says(/redirect \(302\) to elsewhere\.test, which is not followed/) },
  },
  'a web page': {
    replay: () => ({ text: HTML, type: 'text/html; charset=utf-8' }),
    failure: { code: 'backend-failed', message: says(/a web page \(200\)/) },
  },
  'an error page': {
    replay: () => ({ text: HTML, type: 'text/html', status: 502 }),
    failure: { code: 'backend-failed', message: says(/a web page \(502\)/) },
  },
};

/** Everything the project writes to the console while the matrix runs. */
const logged: string[] = [];
const original = { ...console };
for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
  console[name] = (...parts: unknown[]) => logged.push(parts.map(String).join(' '));
afterAll(() => {
  Object.assign(console, original);
});

async function answerOf(kind: BackendKind, family: BackendFamily, replay: Replay): Promise<BackendEvent[]> {
  const server = await startReplayServer({ canary: CONTRACT.key, ...replay });
  const backend = createBackend({
    description: { id: 'subject', name: 'The server', kind, family, key: 'visitor' },
    baseURL: server.baseURL,
    keyFor: () => success(CONTRACT.key),
    patience: { silence: 200 },
    clock: Date.now,
  });
  try {
    const call = { signal: new AbortController().signal, session: 's' };
    const events = await collect(backend.send(CONTRACT.request, call));
    const asked = server.requests.filter(({ path }) => path !== '/metrics');
    expect(asked.length, 'nothing is sent twice').toBe(1);
    return events;
  } finally {
    await server.close();
  }
}

const ROWS: [BackendKind, BackendFamily][] = [
  ...BACKEND_KINDS.map((kind): [BackendKind, BackendFamily] => [kind, defaultFamily(kind)]),
  ['vllm', 'chat-completions'],
  ['openai', 'responses'],
];

describe.each(ROWS)('BACK-41: %s by %s', (kind, family) => {
  const events = answerStream({ family, start: USAGE[family], end: USAGE[family] });

  it.each(Object.entries(FAULTS))('%s', async (_, { replay, failure, keeps }) => {
    const told = await answerOf(kind, family, replay(events));
    expect(failureOf(told)).toMatchObject({ ...failure, message: failure.message });
    expect(failureOf(told)?.fix ?? failureOf(told)?.place).toBeTypeOf('string');
    expect(told.at(-1)?.type).toBe('failure');
    if (keeps !== undefined) expect(textOf(told)).toContain(keeps);
    expect(JSON.stringify(told)).not.toContain('canary');
    expect(logged.join('\n')).not.toContain('canary');
  });

  it('no usage is no fault, and no figure', async () => {
    const bare = answerStream({ family, start: {}, end: {} }).join('');
    const told = await answerOf(kind, family, { text: bare, type: SSE });
    expect(told.at(-1)).toMatchObject({ type: 'message-end', stopReason: 'end_turn' });
    for (const event of told) if (event.type === 'usage-report') expect(Object.keys(event.usage)).toEqual(['raw']);
  });
});

it('BACK-41: each fault has a message of its own', async () => {
  const events = answerStream({ family: 'messages', start: USAGE.messages, end: USAGE.messages });
  const messages = [];
  for (const { replay } of Object.values(FAULTS))
    messages.push(failureOf(await answerOf('vllm', 'messages', replay(events)))?.message);
  expect(new Set(messages).size).toBe(Object.keys(FAULTS).length);
});
