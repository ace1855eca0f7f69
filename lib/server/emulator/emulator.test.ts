import { describe, expect, it } from 'vitest';
import { post, testEmulator } from './test-emulator.ts';

const words = (count: number, seed = 'word') => `${seed} `.repeat(count);
const marked = (text: string, ttl: '5m' | '1h' = '5m') => ({
  type: 'text' as const,
  text,
  cache_control: { type: 'ephemeral' as const, ttl },
});
const REQUEST = {
  model: 'claude-opus-5-5',
  max_tokens: 400,
  system: [marked(words(1000))],
  messages: [{ role: 'user' as const, content: 'one two three' }],
};
/** Words of the question, and the frame around it. */
const QUESTION = 3 + 7;

const call = async (body: unknown, headers?: Record<string, string>, emulator = testEmulator().emulator) => {
  const response = await emulator.messages(post(body, headers));
  return { response, status: response.status, body: JSON.parse(await response.text()) };
};

describe('the messages endpoint', () => {
  it('EMU-2: takes a key by either header; one key is one workspace, and another key another', async () => {
    const { emulator } = testEmulator();
    const read = async (headers: Record<string, string>) =>
      (await call(REQUEST, headers, emulator)).body.usage.cache_read_input_tokens;
    expect(await read({ 'x-api-key': 'a' })).toBe(0);
    expect(await read({ 'x-api-key': 'a' })).toBe(1000);
    expect(await read({ 'x-api-key': '', authorization: 'Bearer a' })).toBe(1000);
    expect(await read({ 'x-api-key': 'b' })).toBe(0);
  });

  it('EMU-2: without any key it answers 401', async () => {
    const { status, body } = await call(REQUEST, { 'x-api-key': '' });
    expect(status).toBe(401);
    expect(body.error.type).toBe('authentication_error');
  });

  it('EMU-3: an error is the envelope of the provider, with the id that the header has', async () => {
    const { response, body } = await call({ ...REQUEST, messages: [] });
    expect(body).toEqual({
      type: 'error',
      error: { type: 'invalid_request_error', message: 'messages: at least one message is required' },
      request_id: 'req_1',
    });
    expect(response.headers.get('request-id')).toBe('req_1');
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  const refused: [string, unknown, Record<string, string>, number, string][] = [
    [
      'EMU-4: five marks',
      { ...REQUEST, system: Array.from({ length: 5 }, () => marked('x')) },
      {},
      400,
      'A maximum of 4',
    ],
    [
      'EMU-4: a prompt that is longer than the model’s window',
      { ...REQUEST, model: 'claude-haiku-4-5', system: [marked(words(200_000))] },
      {},
      400,
      'prompt is too long: 200010 tokens > 200000 maximum',
    ],
    ['EMU-4: a scope without its beta', scoped(), {}, 400, 'Extra inputs are not permitted'],
    [
      'EMU-4: temperature under the new version',
      { ...REQUEST, temperature: 1 },
      { 'anthropic-version': '2026-10-21' },
      400,
      'temperature: Extra inputs are not permitted',
    ],
    [
      'EMU-4: prefill',
      { ...REQUEST, messages: [...REQUEST.messages, { role: 'assistant', content: 'So' }] },
      {},
      400,
      'does not support assistant message prefill',
    ],
    [
      'EMU-4: a system message on Sonnet 5',
      { ...REQUEST, model: 'claude-sonnet-5', messages: [...REQUEST.messages, { role: 'system', content: 'x' }] },
      {},
      400,
      "role 'system' is not supported",
    ],
    [
      'EMU-4: a forced tool on Opus 5.5',
      { ...REQUEST, tools: [{ name: 'x', input_schema: { type: 'object' } }], tool_choice: { type: 'any' } },
      {},
      400,
      'are not supported for this model',
    ],
    ...['opus-4-7', 'sonnet-5-5', 'haiku-5-5'].map((id): [string, unknown, Record<string, string>, number, string] => [
      `EMU-4: fast mode on ${id}`,
      { ...REQUEST, model: `claude-${id}`, speed: 'fast' },
      {},
      400,
      'speed: fast mode is not supported for this model.',
    ]),
    ['EMU-5: an unknown model', { ...REQUEST, model: 'claude-opus-9' }, {}, 404, 'model: claude-opus-9'],
    ["EMU-5: another vendor's model", { ...REQUEST, model: 'gpt-5.6' }, {}, 404, 'model: gpt-5.6'],
    ['EMU-5: a retired model', { ...REQUEST, model: 'claude-opus-4' }, {}, 404, 'model: claude-opus-4'],
    ['EMU-6: a body that is not JSON', '{"model":', {}, 400, 'not JSON'],
    ['EMU-6: a body that is too large', REQUEST, { 'content-length': String(33 * 1024 * 1024) }, 413, 'maximum size'],
    ['EMU-13: a time nobody can read', REQUEST, { 'x-emulator-now': 'noon' }, 400, 'x-emulator-now'],
    ['EMU-14: a latency nobody can read', REQUEST, { 'x-emulator-latency': 'slow' }, 400, 'x-emulator-latency'],
    ['EMU-14: a latency of hours', REQUEST, { 'x-emulator-latency': '999999' }, 400, 'x-emulator-latency'],
    ['EMU-15: a fault nobody knows', REQUEST, { 'x-emulator-fault': '418' }, 400, 'x-emulator-fault'],
    [
      'EMU-26: an attribution nobody knows',
      REQUEST,
      { 'x-emulator-attribution': 'hide' },
      400,
      'x-emulator-attribution',
    ],
    ['EMU-15: a rate limit', REQUEST, { 'x-emulator-fault': '429' }, 429, '429'],
    ['EMU-15: a server error', REQUEST, { 'x-emulator-fault': '500' }, 500, '500'],
    ['EMU-15: an overload', REQUEST, { 'x-emulator-fault': '529' }, 529, 'Overloaded'],
  ];
  for (const [what, body, headers, status, message] of refused) {
    it(what, async () => {
      const answer = await call(body, headers);
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toContain(message);
      expect(answer.response.headers.has('retry-after')).toBe(status === 429);
    });
  }

  it('EMU-4: a scope under its beta is accepted and changes nothing', async () => {
    const { body } = await call(scoped(), { 'anthropic-beta': 'x, prompt-caching-scope-2026-01-05' });
    expect(body.usage.cache_creation_input_tokens).toBe(1000);
  });

  it('EMU-26: the attribution header is dropped, or read as text when that is asked for', async () => {
    const { emulator } = testEmulator();
    const header = { type: 'text', text: 'x-anthropic-billing-header: cc_version=1; cch=a1b2c;' };
    const request = { ...REQUEST, system: [header, ...REQUEST.system] };
    const total = async (attribution: string) => {
      const { body } = await call(request, { 'x-emulator-attribution': attribution }, emulator);
      return body.usage.input_tokens + body.usage.cache_creation_input_tokens + body.usage.cache_read_input_tokens;
    };
    const dropped = await total('drop');
    expect((await call(REQUEST, {}, emulator)).body.usage.cache_read_input_tokens).toBeGreaterThan(0);
    expect(await total('')).toBe(dropped);
    const { body } = await call(request, { 'x-emulator-attribution': 'keep' }, emulator);
    expect(body.usage.cache_read_input_tokens).toBe(0);
  });

  it('EMU-7: a plain answer has every field of a message', async () => {
    const { response, body } = await call(REQUEST);
    expect(response.headers.get('request-id')).toBe('req_1');
    expect(body).toEqual({
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude-opus-5-5',
      content: [{ type: 'text', text: expect.stringContaining('emulator'), citations: null }],
      container: null,
      diagnostics: null,
      stop_details: null,
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: {
        input_tokens: QUESTION,
        cache_creation_input_tokens: 1000,
        cache_read_input_tokens: 0,
        cache_creation: { ephemeral_5m_input_tokens: 1000, ephemeral_1h_input_tokens: 0 },
        output_tokens: body.content[0].text.split(/\s+/).length,
        output_tokens_details: null,
        server_tool_use: null,
        service_tier: 'standard',
        inference_geo: null,
        speed: 'standard',
      },
    });
  });

  it.each([
    ['claude-opus-5-5', 'fast', 'fast'],
    ['claude-opus-4-6', 'fast', 'standard'],
    ['claude-sonnet-5-5', 'standard', 'standard'],
    ['claude-opus-4-7', null, 'standard'],
  ])('EMU-7: %s asked for speed %s runs at %s, streamed too', async (model, speed, ran) => {
    const { emulator } = testEmulator();
    expect((await call({ ...REQUEST, model, speed }, {}, emulator)).body.usage.speed).toBe(ran);
    const stream = await (await emulator.messages(post({ ...REQUEST, model, speed, stream: true }))).text();
    expect(stream).toContain(`"speed":"${ran}"`);
  });

  it('EMU-11: a pre-warm writes the cache and says nothing', async () => {
    const { emulator } = testEmulator();
    const { body } = await call({ ...REQUEST, max_tokens: 0 }, {}, emulator);
    expect(body).toMatchObject({ content: [], stop_reason: 'max_tokens' });
    expect(body.usage).toMatchObject({ cache_creation_input_tokens: 1000, output_tokens: 0 });
    expect((await call(REQUEST, {}, emulator)).body.usage.cache_read_input_tokens).toBe(1000);
  });

  it('EMU-12: the reply follows from the outcome alone, says what it is, and has 60 to 90 words', async () => {
    const { emulator } = testEmulator();
    const bodies = [
      REQUEST,
      REQUEST,
      { ...REQUEST, system: 'short' },
      { ...REQUEST, system: [marked(words(1000), '1h')] },
    ];
    for (const body of bodies) {
      const one = (await call(body, {}, emulator)).body.content[0].text;
      expect(one).toMatch(/^This is Strata's emulator: no model has read your request/);
      const length = one.split(/\s+/).length;
      expect(length).toBeGreaterThanOrEqual(60);
      expect(length).toBeLessThanOrEqual(90);
    }
    const replies = await Promise.all([1, 2].map(async () => (await call(REQUEST)).body.content[0].text));
    expect(replies[0]).toBe(replies[1]);
    expect(replies[0]).toContain('1,000 tokens went into the cache for five minutes');
    expect((await call(REQUEST, {}, emulator)).body.content[0].text).toContain('The cache held 1,000 tokens');
  });

  it('EMU-12: the reply ends where max_tokens is used up', async () => {
    for (const maxTokens of [1, 2, 11, 40]) {
      const { body } = await call({ ...REQUEST, max_tokens: maxTokens });
      expect(body.stop_reason).toBe('max_tokens');
      expect(body.usage.output_tokens).toBe(maxTokens);
      expect(body.content[0].text.trim().split(/\s+/).length).toBeLessThanOrEqual(Math.max(2, maxTokens));
    }
  });
});

function scoped() {
  const system = { ...marked(words(1000)), cache_control: { type: 'ephemeral', scope: 'global' } };
  return { ...REQUEST, system: [system] };
}

describe('the count_tokens endpoint', () => {
  it('EMU-18: counts as the messages endpoint does, needs no max_tokens, and leaves the cache alone', async () => {
    const { client } = testEmulator();
    const { max_tokens: _, ...counted } = REQUEST;
    for (let time = 0; time < 2; time += 1) {
      expect(await client().messages.countTokens(counted)).toEqual({ input_tokens: 1000 + QUESTION });
    }
    const { usage } = await client().messages.create(REQUEST);
    expect(usage).toMatchObject({
      input_tokens: QUESTION,
      cache_creation_input_tokens: 1000,
      cache_read_input_tokens: 0,
    });
  });

  it('EMU-18: finds the same faults', async () => {
    const { client } = testEmulator();
    const counting = client().messages.countTokens({ ...REQUEST, tool_choice: { type: 'auto' } });
    await expect(counting).rejects.toMatchObject({ status: 400, type: 'invalid_request_error' });
    await expect(client().messages.countTokens({ ...REQUEST, model: 'x' })).rejects.toMatchObject({ status: 404 });
  });
});
