import { describe, expect, it } from 'vitest';
import { collect } from '@/lib/backends/backend-contract.ts';
import { createBackend } from '@/lib/backends/create-backend.ts';
import { answerStream } from '@/lib/backends/fixtures/answer-streams.ts';
import { success } from '@/lib/result.ts';
import { readMetrics } from './read-metrics.ts';

const VLLM = `# TYPE vllm:prefix_cache_queries_total counter
vllm:prefix_cache_queries_total{engine="0",model_name="a b"} 1000.0
vllm:prefix_cache_queries_total{engine="1",model_name="a b"} 200.0
vllm:prefix_cache_hits_total{engine="0",model_name="a b"} 1.5e+02
`;
const llama = (computed: number, cached: number) =>
  `llamacpp:prompt_tokens_total ${computed}\nllamacpp:prompt_tokens_cached_total ${cached}\nllamacpp:prompt_tokens_seconds 17.5\n`;

describe('the counters of a server', () => {
  it('BACK-47: are read by the names of their kind, over all labels; llama.cpp counts what it computed', () => {
    expect(readMetrics(VLLM, 'vllm')).toEqual({ prompt: 1200, read: 150 });
    expect(readMetrics(llama(51, 13), 'llamacpp')).toEqual({ prompt: 64, read: 13 });
  });

  it('BACK-47: are unknown where a name is not there, and for kinds that have none', () => {
    expect(readMetrics('llamacpp:prompt_tokens_total 51\n', 'llamacpp')).toBeUndefined();
    expect(readMetrics('<html>', 'vllm')).toBeUndefined();
    expect(readMetrics(VLLM, 'openai')).toBeUndefined();
  });

  /** A llama.cpp whose `/metrics` gives one of these after the other. */
  async function sent(metrics: readonly (string | number)[]) {
    let asked = 0;
    const backend = createBackend({
      description: { id: 'x', name: 'The server', kind: 'llamacpp', key: 'server' },
      baseURL: 'http://server.test/v1',
      keyFor: () => success('sk-1'),
      fetch: async (input, init) => {
        const url = String(input instanceof Request ? input.url : input);
        if (!url.endsWith('/metrics')) {
          const body = answerStream({ family: 'messages', start: { input_tokens: 5 }, end: { output_tokens: 1 } }).join(
            '',
          );
          return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
        }
        expect(url).toBe('http://server.test/metrics');
        expect(new Headers(init?.headers).get('authorization')).toBe('Bearer sk-1');
        const answer = metrics[asked++] ?? 404;
        return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
      },
      clock: () => 0,
    });
    const request = { model: 'm', max_tokens: 9, messages: [{ role: 'user' as const, content: 'x' }] };
    return collect(backend.send(request, { signal: new AbortController().signal, session: 's' }));
  }

  it('BACK-47: what they rose by is told before the end of the answer', async () => {
    const events = await sent([llama(51, 13), llama(61, 113)]);
    expect(events.slice(-2)).toMatchObject([
      { type: 'server-metrics', metrics: { promptTokens: 110, readTokens: 100 } },
      { type: 'message-end' },
    ]);
  });

  it.each([
    ['without metrics', [501, 501]],
    ['that lost them on the way', [llama(51, 13), 404]],
    ['that started again', [llama(51, 13), llama(5, 1)]],
  ])('BACK-47: a server %s answers all the same', async (_, metrics) => {
    const events = await sent(metrics);
    expect(events.at(-1)?.type).toBe('message-end');
    expect(events.some(({ type }) => type === 'server-metrics')).toBe(false);
  });
});
