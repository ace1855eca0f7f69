import { randomUUID } from 'node:crypto';
import Anthropic from '@anthropic-ai/sdk';
import { expect, test } from 'playwright/test';
import { createSendClient } from '@/lib/backends/send-client.ts';
import { GOLDEN_EXAMPLES } from '@/lib/server/emulator/golden-examples.ts';
import { playGolden } from '@/lib/server/emulator/play-golden.ts';

/** Every test has a workspace of its own, so that none finds what another has cached. */
const clientAt = (baseURL: string | undefined, apiKey: string = `e2e-${randomUUID()}`) =>
  new Anthropic({ apiKey, baseURL: `${baseURL}/api/emulator`, maxRetries: 0 });

const REQUEST = {
  model: 'claude-opus-5-5',
  max_tokens: 400,
  system: [{ type: 'text' as const, text: 'Be brief. '.repeat(400), cache_control: { type: 'ephemeral' as const } }],
  messages: [{ role: 'user' as const, content: 'What is a prompt cache?' }],
};

test.describe('EMU-19: the worked examples, over HTTP', () => {
  for (const build of GOLDEN_EXAMPLES) {
    const example = build();
    test(example.title, async ({ baseURL }) => {
      for (const { found, expected } of await playGolden(clientAt(baseURL), example)) expect(found).toEqual(expected);
    });
  }
});

test('EMU-1, EMU-8: the SDK streams, and reads what a plain request has created', async ({ baseURL }) => {
  const client = clientAt(baseURL);
  const plain = await client.messages.create(REQUEST);
  const created = plain.usage.cache_creation_input_tokens;
  expect(created).toBeGreaterThan(512);
  const types: string[] = [];
  const stream = client.messages.stream(REQUEST).on('streamEvent', ({ type }) => types.push(type));
  const { usage, stop_reason: stopReason } = await stream.finalMessage();
  expect(usage).toMatchObject({ cache_read_input_tokens: created, cache_creation_input_tokens: 0 });
  expect(stopReason).toBe('end_turn');
  expect(types.at(0)).toBe('message_start');
  expect(types.at(-1)).toBe('message_stop');
});

test('EMU-2: x-api-key and a bearer are one workspace', async ({ baseURL, request }) => {
  const key = `e2e-${randomUUID()}`;
  await clientAt(baseURL, key).messages.create(REQUEST);
  const answer = await request.post('/api/emulator/v1/messages', { data: REQUEST, headers: { 'x-api-key': key } });
  expect((await answer.json()).usage.cache_read_input_tokens).toBeGreaterThan(512);
  expect((await request.post('/api/emulator/v1/messages', { data: REQUEST })).status()).toBe(401);
});

test('EMU-3: faults come in the envelope, also for a body that is no JSON', async ({ baseURL, request }) => {
  const client = clientAt(baseURL);
  await expect(client.messages.create({ ...REQUEST, model: 'claude-opus-9' })).rejects.toMatchObject({
    status: 404,
    type: 'not_found_error',
    apiMessage: 'model: claude-opus-9',
  });
  await expect(client.messages.create({ ...REQUEST, messages: [] })).rejects.toMatchObject({
    status: 400,
    apiMessage: 'messages: at least one message is required',
  });
  const answer = await request.post('/api/emulator/v1/messages', {
    data: '{"model":',
    headers: { 'x-api-key': 'k', 'content-type': 'application/json' },
  });
  expect(answer.status()).toBe(400);
  expect(await answer.json()).toMatchObject({ type: 'error', error: { type: 'invalid_request_error' } });
  expect(answer.headers()['request-id']).toMatch(/^req_/);
});

test('EMU-18: count_tokens agrees with the usage', async ({ baseURL }) => {
  const client = clientAt(baseURL);
  const { max_tokens: _, ...counted } = REQUEST;
  const { input_tokens: total } = await client.messages.countTokens(counted);
  const { usage } = await client.messages.create(REQUEST);
  expect(usage.input_tokens + (usage.cache_creation_input_tokens ?? 0)).toBe(total);
});

test('EMU-10: two at once both create; one after the first token reads', async ({ baseURL }) => {
  const client = clientAt(baseURL);
  const slow = { headers: { 'x-emulator-latency': '1500,10' } };
  const both = await Promise.all([1, 2].map(() => client.messages.create(REQUEST, slow)));
  for (const { usage } of both) expect(usage.cache_read_input_tokens).toBe(0);
  expect((await client.messages.create(REQUEST)).usage.cache_read_input_tokens).toBeGreaterThan(512);
});

test('EMU-15: faults as the SDK sees them', async ({ baseURL }) => {
  const client = clientAt(baseURL);
  const asked = (fault: string) => ({ headers: { 'x-emulator-fault': fault } });
  await expect(client.messages.create(REQUEST, asked('429'))).rejects.toBeInstanceOf(Anthropic.RateLimitError);
  await expect(client.messages.create(REQUEST, asked('529'))).rejects.toMatchObject({ status: 529 });
  const cut = client.messages.stream(REQUEST, { headers: { 'x-emulator-fault': 'cut' } }).finalMessage();
  await expect(cut).rejects.toThrow();
});

test('EMU-1, EMU-20, EMU-21, EMU-22: models, a scripted call and its diagnosis over HTTP', async ({ baseURL }) => {
  const client = clientAt(baseURL);
  const ids: string[] = [];
  for await (const { id } of client.models.list({ limit: 5 })) ids.push(id);
  expect(ids).toContain('claude-opus-5-5');
  expect((await client.models.retrieve('claude-opus-5-5')).display_name).toBe('Claude Opus 5.5');
  const reply = JSON.stringify([{ type: 'tool_use', name: 'read', input: { path: 'a.ts' } }]);
  const asked = { ...REQUEST, diagnostics: { previous_message_id: null } };
  const called = await client.messages.stream(asked, { headers: { 'x-emulator-reply': reply } }).finalMessage();
  expect(called).toMatchObject({ stop_reason: 'tool_use', content: [{ type: 'tool_use', input: { path: 'a.ts' } }] });
  const changed = { ...REQUEST, model: 'claude-opus-5', diagnostics: { previous_message_id: called.id } };
  const { diagnostics } = await client.messages.create(changed);
  expect(diagnostics?.cache_miss_reason?.type).toBe('model_changed');
});

test('BACK-17: the page’s own route sends, stops, and reads the second time', async ({ baseURL }) => {
  const client = createSendClient((path, init) => fetch(`${baseURL}${path}`, init));
  const body = { backend: 'emulator', request: REQUEST, session: randomUUID() };
  const send = async (stopAtFirstWord: boolean) => {
    const stop = new AbortController();
    const events = [];
    for await (const portion of client.send(body, { signal: stop.signal })) {
      events.push(...portion);
      if (stopAtFirstWord && portion.some(({ type }) => type === 'text-delta')) stop.abort();
    }
    return events;
  };
  const stopped = await send(true);
  expect(stopped.at(-1)).toMatchObject({ type: 'failure', failure: { code: 'stopped' } });
  const whole = await send(false);
  expect(whole.at(-1)?.type).toBe('message-end');
  const usage = whole.findLast((event) => event.type === 'usage-report')?.usage;
  expect(usage?.cacheReadTokens).toBeGreaterThan(512);
  const words = whole.flatMap((event) => (event.type === 'text-delta' ? [event.at] : []));
  expect((words.at(-1) ?? 0) - (words[0] ?? 0)).toBeGreaterThan(200);
});
