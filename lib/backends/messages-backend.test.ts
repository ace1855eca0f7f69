import { describe, expect, it } from 'vitest';
import { success } from '@/lib/result.ts';
import { backendContract, CONTRACT, collect, eventsOf, failureOf, type Situation, textOf } from './backend-contract.ts';
import { createBackend } from './create-backend.ts';
import { answerStream } from './fixtures/answer-streams.ts';
import { type Replay, type ReplayServer, startReplayServer } from './fixtures/replay-server.ts';

const backendAt = (baseURL: string, apiKey: string = CONTRACT.key) =>
  createBackend({
    description: { id: 'anthropic', name: 'Anthropic', kind: 'anthropic', key: 'visitor' },
    baseURL,
    keyFor: () => success(apiKey),
    clock: Date.now,
  });

const REPLAYS: Readonly<Record<Exclude<Situation, 'is-down'>, Replay>> = {
  answers: { file: 'answer.sse', pace: { bytes: 7, milliseconds: 0 } },
  'answers-slowly': { file: 'answer.sse', pace: { bytes: 120, milliseconds: 20 } },
  'answers-count': { file: 'count-tokens.json' },
  rejects: { file: 'error-400.json', status: 400 },
  'refuses-key': { file: 'error-401.json', status: 401, canary: CONTRACT.key },
  'rate-limits': { file: 'error-429.json', status: 429, headers: { 'retry-after': '17' } },
  overloaded: { file: 'error-529.json', status: 529 },
  'breaks-off': { file: 'cut.sse' },
  'sends-rubbish': { file: 'malformed.sse' },
};

backendContract('anthropic, at a server that replays fixtures', async (situation) => {
  if (situation === 'is-down') {
    const server = await startReplayServer(REPLAYS.answers);
    await server.close();
    return { backend: backendAt(server.baseURL) };
  }
  const server = await startReplayServer(REPLAYS[situation]);
  return { backend: backendAt(server.baseURL), close: server.close };
});

async function at<T>(replay: Replay, use: (server: ReplayServer) => Promise<T>): Promise<T> {
  const server = await startReplayServer(replay);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

const sent = (replay: Replay, request: object = CONTRACT.request, apiKey?: string) =>
  at(replay, async ({ baseURL, requests }) => {
    const options = { signal: new AbortController().signal, session: 's' };
    const events = await collect(backendAt(baseURL, apiKey).send(request as typeof CONTRACT.request, options));
    return { events, requests };
  });

describe('the Messages backend', () => {
  it('DIAG-14: asks the provider for its diagnosis where it has one, by the id of the message before', async () => {
    const asked = (previousMessageId: string | null | undefined, diagnoses: boolean) =>
      at({ file: 'answer.sse' }, async ({ baseURL, requests }) => {
        const backend = createBackend({
          description: { id: 'anthropic', name: 'Anthropic', kind: 'anthropic', key: 'visitor' },
          baseURL,
          keyFor: () => success(CONTRACT.key),
          clock: Date.now,
          diagnoses,
        });
        const options = { signal: new AbortController().signal, session: 's' };
        const events = await collect(
          backend.send(CONTRACT.request, { ...options, ...(previousMessageId !== undefined && { previousMessageId }) }),
        );
        const verdicts = events.filter(({ type }) => type === 'cache-verdict');
        return { body: JSON.parse(requests[0]?.body ?? '{}'), verdicts };
      });
    const second = await asked('msg_1', true);
    expect(second.body.diagnostics).toEqual({ previous_message_id: 'msg_1' });
    expect(second.verdicts).toEqual([{ type: 'cache-verdict', verdict: { type: 'same' } }]);
    const first = await asked(null, true);
    expect(first.body.diagnostics).toEqual({ previous_message_id: null });
    expect(first.verdicts).toEqual([]);
    expect((await asked('msg_1', false)).body).not.toHaveProperty('diagnostics');
    expect((await asked(undefined, true)).body).not.toHaveProperty('diagnostics');
  });

  it('BACK-5: an answer that is left half-way has reported its input, and no output: its first event tells but a beginning', async () => {
    const { events } = await sent(REPLAYS['breaks-off']);
    const reports = events.flatMap((event) => (event.type === 'usage-report' ? [event.usage] : []));
    expect(reports).toHaveLength(1);
    expect(reports[0]?.inputTokens).toBeGreaterThan(0);
    expect(reports[0]).not.toHaveProperty('outputTokens');
    expect(reports[0]?.raw).toHaveProperty('output_tokens');
  });

  it('BACK-1: passes text on unharmed, wherever its bytes are cut', async () => {
    for (const bytes of [5, 4096]) {
      const { events } = await sent({ file: 'answer.sse', pace: { bytes, milliseconds: 0 } });
      expect(textOf(events)).toBe('A prefix that does not change is read, not paid for again: é 日本 😀.');
    }
  });

  it('BACK-2: keeps the split of creation, which the last event leaves out', async () => {
    const { events } = await sent({ file: 'answer.sse' });
    const usage = events.findLast((event) => event.type === 'usage-report')?.usage;
    expect(usage).toMatchObject({
      inputTokens: 300,
      cacheReadTokens: 8_000,
      cacheCreation5mTokens: 4_000,
      cacheCreation1hTokens: 12_000,
      outputTokens: 12,
      raw: { service_tier: 'standard', speed: 'standard' },
    });
  });

  it('BACK-3: what a server does not report stays unknown, and no usage at the end is no fault', async () => {
    const { events } = await sent({ file: 'without-usage.sse' });
    const usage = events.findLast((event) => event.type === 'usage-report')?.usage;
    expect(usage).toEqual({ inputTokens: 42, outputTokens: 0, raw: { input_tokens: 42, output_tokens: 0 } });
    expect(events.at(-1)).toMatchObject({ type: 'message-end', stopReason: 'end_turn' });
  });

  it('BACK-1: an answer without its first event begins with its second, and its input is not reported', async () => {
    const [, ...rest] = answerStream({ family: 'messages', start: {}, end: { output_tokens: 2 } });
    const { events } = await sent({ text: rest.join(''), type: 'text/event-stream' });
    expect(events.slice(0, 2).map(({ type }) => type)).toEqual(['request-start', 'message-start']);
    expect(events[1]).not.toHaveProperty('messageId');
    expect(events.at(-1)).toMatchObject({ type: 'message-end', stopReason: 'end_turn' });
    expect(events.findLast((event) => event.type === 'usage-report')?.usage).not.toHaveProperty('inputTokens');
  });

  it('BACK-4: sends the request as it is, once, with the key as a bearer', async () => {
    const request = { ...CONTRACT.request, a_new_field: { z: 1, a: 2 } };
    const { requests } = await sent({ file: 'error-500.json', status: 500 }, request);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.path).toBe('/v1/messages');
    expect(requests[0]?.body).toBe(JSON.stringify({ ...request, stream: true }));
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${CONTRACT.key}`);
  });

  it('BACK-4: asks for the beta that a scope on a mark needs, and for none otherwise', async () => {
    const marked = { ...CONTRACT.request.system[0], cache_control: { type: 'ephemeral', scope: 'global' } };
    const scoped = await sent({ file: 'answer.sse' }, { ...CONTRACT.request, system: [marked] });
    expect(scoped.requests[0]?.headers['anthropic-beta']).toBe('prompt-caching-scope-2026-01-05');
    expect((await sent({ file: 'answer.sse' })).requests[0]?.headers['anthropic-beta']).toBeUndefined();
  });

  it('BACK-4: asks for the betas under which fields are read, with the others', async () => {
    const betas = async (change: object) =>
      (await sent({ file: 'answer.sse' }, { ...CONTRACT.request, ...change })).requests[0]?.headers['anthropic-beta'];
    expect(await betas({ speed: 'fast' })).toBe('fast-mode-2026-02-01');
    expect(await betas({ speed: null })).toBeUndefined();
    const marked = { ...CONTRACT.request.system[0], cache_control: { type: 'ephemeral', scope: 'global' } };
    expect(await betas({ system: [marked], context_management: { edits: [] } })).toBe(
      'prompt-caching-scope-2026-01-05,context-management-2025-06-27',
    );
  });

  it('BACK-4: a redirect is not followed, so that the key stays where it was sent', async () => {
    const other = await startReplayServer({ file: 'answer.sse' });
    const headers = { location: `${other.baseURL}/v1/messages` };
    const { events } = await sent({ file: 'error-500.json', status: 307, headers });
    await other.close();
    expect(failureOf(events)).toMatchObject({
      code: 'backend-failed',
      message: expect.stringMatching(/redirect \(307\) to 127/),
    });
    expect(other.requests).toHaveLength(0);
  });

  it('BACK-5: leaving the events early ends the request upstream', async () => {
    await at({ file: 'answer.sse', pace: { bytes: 60, milliseconds: 20 } }, async ({ baseURL, clientLeft }) => {
      const options = { signal: new AbortController().signal, session: 's' };
      for await (const event of eventsOf(backendAt(baseURL).send(CONTRACT.request, options))) {
        if (event.type === 'text-delta') break;
      }
      await clientLeft;
    });
  });

  const errors: [string, Replay, object][] = [
    ['a model it does not serve', { file: 'error-404.json', status: 404 }, { code: 'model-unknown', place: 'model' }],
    ['a body too large', { file: 'error-413.json', status: 413 }, { code: 'body-too-large' }],
    ['a server error', { file: 'error-500.json', status: 500 }, { code: 'backend-failed' }],
    ['a connection reset half-way', { file: 'cut.sse', reset: true }, { code: 'stream-cut' }],
    ['an error half-way', { file: 'overloaded-midway.sse' }, { code: 'backend-overloaded' }],
    ['an answer that is no stream', { file: 'count-tokens.json' }, { code: 'backend-failed' }],
    [
      'a rate limit with a time',
      { file: 'error-429.json', status: 429, headers: { 'retry-after': '17' } },
      { code: 'backend-rate-limited', fix: 'Send again in 17 s.', retryAfterSeconds: 17 },
    ],
    ['a forbidden key', { file: 'error-401.json', status: 403 }, { code: 'backend-refused-key', place: 'key' }],
  ];
  for (const [what, replay, failure] of errors) {
    it(`BACK-6: ${what}`, async () => {
      expect(failureOf((await sent(replay)).events)).toMatchObject(failure);
    });
  }

  it('BACK-8: no key appears in any failure, whatever the server says and whatever the key is', async () => {
    for (const status of [400, 401, 403, 404, 413, 429, 500, 529]) {
      const { events } = await sent({ file: 'error-401.json', status, canary: CONTRACT.key });
      expect(failureOf(events)).toBeDefined();
      expect(JSON.stringify(events)).not.toContain('canary');
    }
    for (const key of ['canary\nwith a line', 'canary-ключ', ' canary ']) {
      const { events } = await sent({ file: 'error-400.json', status: 400 }, CONTRACT.request, key);
      expect(failureOf(events)).toBeDefined();
      expect(JSON.stringify(events)).not.toContain('canary');
    }
  });

  it('BACK-9: a pre-warm is sent without streaming and gives the same events', async () => {
    const { events, requests } = await sent({ file: 'pre-warm.json' }, { ...CONTRACT.request, max_tokens: 0 });
    expect(JSON.parse(requests[0]?.body ?? '{}')).toMatchObject({ max_tokens: 0, stream: false });
    expect(events.map(({ type }) => type)).toEqual(['request-start', 'message-start', 'usage-report', 'message-end']);
    expect(events[2]).toMatchObject({ usage: { inputTokens: 8, cacheCreation5mTokens: 5_120, outputTokens: 0 } });
    const { events: rubbish } = await sent({ file: 'count-tokens.json' }, { ...CONTRACT.request, max_tokens: 0 });
    expect(failureOf(rubbish)?.code).toBe('backend-failed');
  });
});
