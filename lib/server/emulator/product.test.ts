import Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { MODEL_CARDS } from '@/lib/pricing/model-card.ts';
import { createCountMemory } from './count-memory.ts';
import { createMemoryCacheStore } from './memory-cache-store.ts';
import { post, testEmulator } from './test-emulator.ts';

const SYSTEM = { type: 'text' as const, text: 'word '.repeat(1000), cache_control: { type: 'ephemeral' as const } };
const REQUEST = {
  model: 'claude-opus-5-5',
  max_tokens: 400,
  system: [SYSTEM],
  messages: [{ role: 'user' as const, content: 'one two three' }],
};
const TOOLS = [{ name: 'read', input_schema: { type: 'object' as const } }];
const scripted = (reply: unknown, more: Record<string, string> = {}) => ({
  headers: { 'x-emulator-reply': JSON.stringify(reply), ...more },
});

describe('models', () => {
  const answered = MODEL_CARDS.filter(({ vendor, retired }) => vendor === 'anthropic' && !retired).map(({ id }) => id);

  it('EMU-21: lists the models that answer, in pages, as the SDK reads them', async () => {
    const found: string[] = [];
    for await (const { id } of testEmulator().client().models.list({ limit: 3 })) found.push(id);
    expect(found).toEqual(answered);
    const back = await testEmulator()
      .client()
      .models.list({ limit: 2, before_id: answered[3] ?? '' });
    expect(back.data.map(({ id }) => id)).toEqual(answered.slice(1, 3));
    expect(back.has_more).toBe(true);
  });

  it('EMU-21: gives one by its id; an unknown or retired one is a 404, a wrong page a 400, no key a 401', async () => {
    const { client, fetch } = testEmulator();
    const one = await client().models.retrieve('claude-opus-5-5');
    expect(one).toMatchObject({ type: 'model', id: 'claude-opus-5-5', display_name: 'Claude Opus 5.5' });
    expect(one).toMatchObject({ max_input_tokens: 1_000_000, max_tokens: 128_000, lifecycle: 'active' });
    await expect(client().models.retrieve('claude-opus-4')).rejects.toMatchObject({ status: 404 });
    await expect(client().models.list({ limit: 0 })).rejects.toMatchObject({ status: 400 });
    await expect(client().models.list({ after_id: 'x' })).rejects.toMatchObject({ status: 400 });
    expect((await fetch('http://emulator.test/v1/models')).status).toBe(401);
  });
});

describe('other paths', () => {
  it('EMU-28: are a 404 in the provider’s form that says what is answered', async () => {
    const answer = await testEmulator().fetch('http://emulator.test/v1/v1/files', { method: 'POST' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      type: 'error',
      error: {
        type: 'not_found_error',
        message: expect.stringMatching(/^There is no POST \/v1\/v1\/files here\. .+ POST \/v1\/messages,/),
      },
      request_id: answer.headers.get('request-id'),
    });
  });
});

describe('diagnostics', () => {
  const compare = async (first: object, second: object, headers: Record<string, string> = {}) => {
    const client = testEmulator().client();
    const before = await client.messages.create({ ...REQUEST, diagnostics: { previous_message_id: null }, ...first });
    expect(before.diagnostics).toBeNull();
    const asked = { ...REQUEST, diagnostics: { previous_message_id: before.id }, ...second };
    return (await client.messages.create(asked, { headers })).diagnostics;
  };
  const missed = (type: string, cache_missed_input_tokens: number) => ({
    cache_miss_reason: { type, cache_missed_input_tokens },
  });
  const other = { ...SYSTEM, text: 'other '.repeat(1000) };
  const grown = [...REQUEST.messages, { role: 'assistant', content: 'four' }, { role: 'user', content: 'five' }];

  const cases: [string, object, object, unknown][] = [
    ['the same again', {}, {}, null],
    ['a conversation that goes on', {}, { messages: grown }, null],
    [
      'marks that moved',
      {},
      { system: [{ ...SYSTEM, cache_control: null }], cache_control: { type: 'ephemeral' } },
      null,
    ],
    ['another model', {}, { model: 'claude-opus-5' }, missed('model_changed', 1000)],
    ['another speed', {}, { speed: 'fast' }, missed('model_changed', 1000)],
    ['another system prompt', {}, { system: [other] }, missed('system_changed', 1000)],
    ['tools', {}, { tools: TOOLS }, missed('tools_changed', 1287)],
    ['system prompt before tools', {}, { tools: TOOLS, system: [other] }, missed('system_changed', 1286)],
    [
      'an earlier message',
      { messages: grown },
      { messages: [{ role: 'user', content: 'else' }, ...grown.slice(1)] },
      missed('messages_changed', 0),
    ],
    ['a message less', { messages: grown }, {}, missed('messages_changed', 0)],
    ['only thinking', {}, { thinking: { type: 'adaptive' } }, { cache_miss_reason: { type: 'unavailable' } }],
  ];
  for (const [what, first, second, expected] of cases) {
    it(`EMU-20: ${what}`, async () => expect(await compare(first, second)).toEqual(expected));
  }

  it('EMU-20: other betas alone are not explained', async () => {
    expect(await compare({}, {}, { 'anthropic-beta': 'x' })).toEqual({ cache_miss_reason: { type: 'unavailable' } });
  });

  it('EMU-20: knows only messages of its workspace that asked for it', async () => {
    const { client } = testEmulator();
    const silent = await client().messages.create(REQUEST);
    const loud = await client().messages.create({ ...REQUEST, diagnostics: {} });
    const ask = (id: string, key?: string) =>
      client(key).messages.create({ ...REQUEST, diagnostics: { previous_message_id: id } });
    const unknown = { cache_miss_reason: { type: 'previous_message_not_found' } };
    expect((await ask(silent.id)).diagnostics).toEqual(unknown);
    expect((await ask(loud.id, 'another key')).diagnostics).toEqual(unknown);
    expect((await ask(loud.id)).diagnostics).toBeNull();
  });

  it('EMU-20: streams it with message_start, and refuses what it cannot read', async () => {
    const { client } = testEmulator();
    const stream = client().messages.stream({ ...REQUEST, diagnostics: { previous_message_id: 'msg_none' } });
    expect((await stream.finalMessage()).diagnostics).toEqual({
      cache_miss_reason: { type: 'previous_message_not_found' },
    });
    const odd = { ...REQUEST, diagnostics: { previous_message_id: 7 } } as unknown as typeof REQUEST;
    await expect(client().messages.create(odd)).rejects.toMatchObject({ status: 400 });
  });
});

describe('scripted replies', () => {
  const call = { type: 'tool_use', name: 'read', input: { path: 'ä — «二»', deep: { list: [1, 2] } } };
  const script = [{ type: 'thinking', thinking: 'Hm, so.' }, { type: 'text', text: 'I will read it.' }, call];

  it('EMU-22: answer with the blocks asked for, plain and streamed alike', async () => {
    const escaped = JSON.stringify(script).replace(
      /[^\x20-\x7e]/g,
      (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const options = { headers: { 'x-emulator-reply': escaped, 'x-emulator-seed': 'one' } };
    const plain = await testEmulator().client().messages.create(REQUEST, options);
    const streamed = await testEmulator().client().messages.stream(REQUEST, options).finalMessage();
    expect(plain.content).toMatchObject(script);
    expect(plain.content[2]).toMatchObject({ id: expect.stringMatching(/^toolu_/), caller: { type: 'direct' } });
    expect(plain.stop_reason).toBe('tool_use');
    expect(streamed.content).toEqual(plain.content);
    expect({ ...streamed.usage, output_tokens: 0 }).toEqual({ ...plain.usage, output_tokens: 0 });
    expect(streamed.usage.output_tokens).toBe(plain.usage.output_tokens);
  });

  it('EMU-22: the call’s result can be sent back, and reads what was cached', async () => {
    const client = testEmulator().client();
    const first = await client.messages.create({ ...REQUEST, tools: TOOLS }, scripted([{ ...call, input: {} }]));
    const [use] = first.content;
    const result = { type: 'tool_result' as const, tool_use_id: use?.type === 'tool_use' ? use.id : '', content: 'x' };
    const messages = [
      ...REQUEST.messages,
      { role: 'assistant' as const, content: first.content },
      { role: 'user' as const, content: [result] },
    ];
    const { usage } = await client.messages.create({ ...REQUEST, tools: TOOLS, messages });
    expect(usage.cache_read_input_tokens).toBe(first.usage.cache_creation_input_tokens);
  });

  it('EMU-22: a refusal leaves nothing in the cache', async () => {
    const client = testEmulator().client();
    const refusal = await client.messages.create(REQUEST, scripted({ content: [], stop_reason: 'refusal' }));
    expect(refusal).toMatchObject({ content: [], stop_reason: 'refusal' });
    expect(refusal.usage.cache_creation_input_tokens).toBe(1000);
    expect((await client.messages.create(REQUEST)).usage.cache_read_input_tokens).toBe(0);
  });

  it('EMU-22: what cannot be read is a 400 that names the header', async () => {
    const { emulator } = testEmulator();
    for (const odd of ['{', '"text"', '[1]', '[{"type":"text"}]', '{"content":[],"stop_reason":"done"}']) {
      const answer = await emulator.messages(post(REQUEST, { 'x-emulator-reply': odd }));
      expect(answer.status).toBe(400);
      expect((await answer.json()).error.message).toMatch(/^x-emulator-reply: /);
    }
  });

  it('EMU-22: a forced tool is called, without input', async () => {
    const forced = { ...REQUEST, model: 'claude-opus-5', tools: TOOLS, tool_choice: { type: 'any' as const } };
    const { content, stop_reason } = await testEmulator().client().messages.create(forced);
    expect([content, stop_reason]).toMatchObject([[{ type: 'tool_use', name: 'read', input: {} }], 'tool_use']);
  });
});

describe('for tests', () => {
  it('EMU-23: the same seed gives the same bytes, another one other ids', async () => {
    const bytes = async (seed: string) => {
      const answer = await testEmulator().emulator.messages(post(REQUEST, { 'x-emulator-seed': seed }));
      return `${answer.headers.get('request-id')} ${await answer.text()}`;
    };
    expect(await bytes('a')).toBe(await bytes('a'));
    expect(await bytes('a')).not.toBe(await bytes('b'));
    expect(JSON.parse((await bytes('a')).replace(/^\S+ /, '')).id).toMatch(/^msg_01[0-9a-f]{22}$/);
  });

  it('EMU-15: slow waits before the answer and between its pieces, unless a latency is asked for', async () => {
    const waits: number[] = [];
    const { emulator } = testEmulator({
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
      },
    });
    const ask = async (headers: Record<string, string>) => {
      waits.length = 0;
      await (await emulator.messages(post({ ...REQUEST, stream: true }, headers))).text();
      return [...new Set(waits)];
    };
    expect(await ask({ 'x-emulator-fault': 'slow' })).toEqual([2000, 250]);
    expect(await ask({ 'x-emulator-fault': 'slow', 'x-emulator-latency': '5,6' })).toEqual([5, 6]);
  });

  it('EMU-24: rate-limit headers count input and creation, not reads, and are used up at a 429', async () => {
    const { emulator } = testEmulator();
    const headers = { 'x-emulator-now': '2026-11-21T12:00:00Z' };
    const left = async (more: Record<string, string> = {}) => {
      const answer = await emulator.messages(post(REQUEST, { ...headers, ...more }));
      return (name: string) => answer.headers.get(`anthropic-ratelimit-${name}`);
    };
    const first = await left();
    expect(first('input-tokens-remaining')).toBe(String(2_000_000 - 1010));
    expect(first('requests-remaining')).toBe('3999');
    expect(first('requests-reset')).toBe('2026-11-21T12:00:01Z');
    expect((await left())('input-tokens-remaining')).toBe(String(2_000_000 - 10));
    expect((await left({ 'x-emulator-fault': '429' }))('requests-remaining')).toBe('0');
    await expect(
      testEmulator()
        .client()
        .messages.create(REQUEST, { headers: { 'x-emulator-fault': '429' } }),
    ).rejects.toBeInstanceOf(Anthropic.RateLimitError);
  });

  it('EMU-25: counts are remembered by digest, and the memory is bounded', () => {
    const remember = createCountMemory(2);
    let computed = 0;
    const ask = (key: string) =>
      remember(key, () => {
        computed += 1;
        return key.length;
      });
    expect(['a', 'bb', 'a', 'ccc', 'bb', 'a'].map(ask)).toEqual([1, 2, 1, 3, 2, 1]);
    expect(computed).toBe(5);
  });

  it('EMU-17: notes count to the bound of their workspace', async () => {
    const store = createMemoryCacheStore({ maxBytes: 10_000, maxWorkspaceBytes: 3_000 });
    for (let index = 0; index < 50; index += 1) await store.note('w', `${index}`, 'x'.repeat(400));
    expect(store.bytes()).toBeLessThanOrEqual(3_000);
    expect(await store.noted('w', '49')).toBe('x'.repeat(400));
  });
});
