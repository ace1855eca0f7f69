import { describe, expect, it, vi } from 'vitest';
import { readUsage } from '@/lib/backends/usage/read-usage.ts';
import { success } from '@/lib/result.ts';
import { backendContract, CONTRACT, collect, type Situation } from './backend-contract.ts';
import { BACKEND_FAMILIES, BACKEND_KINDS, type BackendFamily } from './backend-kind.ts';
import { createBackend } from './create-backend.ts';
import { answerStream, RECORDED_SHAPES, type RecordedShape } from './fixtures/answer-streams.ts';
import { type Replay, startReplayServer } from './fixtures/replay-server.ts';

const SSE = 'text/event-stream';

/** Whatever a server is asked for its count, this holds it. */
const COUNT = JSON.stringify({
  input_tokens: 1234,
  count: 1234,
  prompt: 'a',
  tokens: Array.from({ length: 120 }, () => 1),
});

function replayFor(situation: Situation, shape: RecordedShape): Replay {
  const events = answerStream(shape);
  const text = events.join('');
  const half = events.slice(0, 3).join('');
  switch (situation) {
    case 'answers':
      return { text, type: SSE, pace: { bytes: 90, milliseconds: 0 } };
    case 'answers-slowly':
      return { text, type: SSE, pace: { bytes: 120, milliseconds: 20 } };
    case 'answers-count':
      return { text: COUNT };
    case 'rejects':
      return { file: 'error-400.json', status: 400 };
    case 'refuses-key':
      return { file: 'error-401.json', status: 401, canary: CONTRACT.key };
    case 'rate-limits':
      return { file: 'error-429.json', status: 429, headers: { 'retry-after': '17' } };
    case 'overloaded':
      return { file: 'error-529.json', status: 529 };
    case 'breaks-off':
      return { text: half, type: SSE };
    case 'sends-rubbish':
      return { text: `${half}event: content_block_delta\ndata: {"type":"content_block_delta","ind\n\n`, type: SSE };
    case 'is-down':
      return { text: '' };
  }
}

const COUNTING = new Set([
  'llamacpp responses',
  'vllm chat-completions',
  'llamacpp chat-completions',
  'openai responses',
]);

for (const shape of RECORDED_SHAPES) {
  const { kind, family, build, normal } = shape;
  const name = `${kind}, ${family}${build && `, ${build}`}, in the shape of its answers`;
  const create = async (situation: Situation) => {
    const server = await startReplayServer(replayFor(situation, shape));
    if (situation === 'is-down') await server.close();
    const backend = createBackend({
      description: { id: 'subject', name: 'The server', kind, family, key: 'visitor' },
      baseURL: server.baseURL,
      keyFor: () => success(CONTRACT.key),
      clock: Date.now,
    });
    return { backend, ...(situation !== 'is-down' && { close: server.close }) };
  };
  backendContract(name, create, {
    usage: normal,
    reportsAtStart: family === 'messages',
    counts: family === 'messages' || COUNTING.has(`${kind} ${family}`),
  });
}

describe('usage by kind', () => {
  it('BACK-31, BACK-33: every kind has a recorded shape, but for those that other tests run', () => {
    const covered = new Set<string>(RECORDED_SHAPES.map(({ kind }) => kind));
    expect(BACKEND_KINDS.filter((kind) => !covered.has(kind))).toEqual(['emulator', 'anthropic']);
    for (const { family } of RECORDED_SHAPES) expect(BACKEND_FAMILIES).toContain(family);
  });

  it('BACK-34: a probe decides where the kind does not', () => {
    const older = { input_tokens: 4894, cache_read_input_tokens: 4875, output_tokens: 1 };
    expect(readUsage(older, 'sglang')).not.toHaveProperty('inputTokens');
    expect(readUsage(older, 'sglang', 'inclusive')).toMatchObject({ inputTokens: 19, totalInputTokens: 4894 });
    expect(readUsage(older, 'sglang', 'exclusive')).toMatchObject({ inputTokens: 4894, totalInputTokens: 9769 });
  });

  it('BACK-33: what was written is no part of the input, whether a read is reported or not', () => {
    const cold = { input_tokens: 100, cache_creation_input_tokens: 5000, output_tokens: 20 };
    for (const kind of ['litellm', 'vllm', 'sglang', 'lmstudio', 'other'] as const) {
      const { raw: _, ...figures } = readUsage(cold, kind);
      expect(figures).toEqual({ inputTokens: 100, cacheCreationOtherTokens: 5000, outputTokens: 20 });
      expect(readUsage({ ...cold, cache_read_input_tokens: 0 }, kind)).toMatchObject({
        inputTokens: 100,
        cacheReadTokens: 0,
        totalInputTokens: 5100,
      });
    }
  });

  it('BACK-34: what was written leaves the split unknown where the input may hold it, until a probe tells', () => {
    const cold = { input_tokens: 5100, cache_creation_input_tokens: 5000, output_tokens: 20 };
    for (const raw of [cold, { ...cold, cache_read_input_tokens: 0 }, { ...cold, cache_read_input_tokens: 50 }]) {
      expect(readUsage(raw, 'other')).not.toHaveProperty('inputTokens');
      expect(readUsage(raw, 'other')).not.toHaveProperty('totalInputTokens');
      expect(readUsage(raw, 'other', 'inclusive')).toMatchObject({ totalInputTokens: 5100 });
      expect(readUsage(raw, 'other', 'exclusive')).toMatchObject({ inputTokens: 5100 });
    }
    const read = { input_tokens: 4894, cache_read_input_tokens: 4875, output_tokens: 1 };
    expect(readUsage(read, 'other', 'inclusive')).not.toHaveProperty('cacheCreation5mTokens');
  });

  it('BACK-33: parts that are more than the whole leave the rest unknown, and nothing is negative', () => {
    const raw = { prompt_tokens: 10, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 20 } };
    const { raw: _, ...figures } = readUsage(raw, 'other');
    expect(figures).toEqual({ cacheReadTokens: 20, outputTokens: 1, totalInputTokens: 10 });
  });
});

describe('a server without a key', () => {
  const create = (baseURL: string, family: BackendFamily) =>
    createBackend({
      description: { id: 'subject', name: 'The server', kind: 'llamacpp', family, key: 'none' },
      baseURL,
      keyFor: () => success(undefined),
      clock: Date.now,
    });

  it.each([
    ['messages', '', '/v1/messages'],
    ['messages', '/v1', '/v1/messages'],
    ['chat-completions', '', '/v1/chat/completions'],
    ['chat-completions', '/v1/', '/v1/chat/completions'],
    ['chat-completions', '/own', '/own/chat/completions'],
  ] as const)('BACK-32: by %s at “%s” is called at %s, with no key at all', async (family, path, called) => {
    vi.stubEnv('ANTHROPIC_API_KEY', 'sk-of-the-environment');
    vi.stubEnv('OPENAI_API_KEY', 'sk-of-the-environment');
    const server = await startReplayServer({ text: '', type: 'text/event-stream' });
    await collect(
      create(`${server.baseURL}${path}`, family).send(CONTRACT.request, {
        signal: new AbortController().signal,
        session: 's',
      }),
    );
    await server.close();
    vi.unstubAllEnvs();
    // Its counters are read in front of the call.
    const request = server.requests.find((each) => !each.path.endsWith('/metrics'));
    expect(request?.path.split('?')[0]).toBe(called);
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(JSON.stringify(request?.headers)).not.toMatch(/sk-of-the-environment|x-api-key":"[^n]/);
  });
});
