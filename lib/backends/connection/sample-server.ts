import type { Backend, BackendDescription } from '@/lib/backends/backend.ts';
import type { Failure } from '@/lib/errors.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { failed, success } from '@/lib/result.ts';
import type { Usage } from '@/lib/usage/usage.ts';

/** For tests: how a server behaves; by default as llama-server does. */
export interface SampleServer {
  readonly kind?: BackendDescription['kind'];
  readonly failure?: Failure;
  readonly reports?: boolean;
  readonly arithmetic?: 'exclusive' | 'inclusive';
  /** What its kind is taken for; `undecided`: no total is made of it. */
  readonly readAs?: 'exclusive' | 'inclusive' | 'undecided';
  readonly blockSize?: number;
  readonly joint?: string;
  readonly header?: 'strips' | 'overwrites' | 'ignores' | 'keeps';
  readonly streams?: boolean;
  readonly counts?: boolean;
  readonly caches?: boolean;
}

const HEADER = /^x-anthropic-billing-header:[^;]*;[^;]*;[^;]*;/;
const tokensOf = (text: string): string[] => text.match(/[A-Za-z]{1,4}|\n+|[^A-Za-z\n]/g) ?? [];

/** For tests: a server with a prefix cache over the tokens of its last prompts. */
export function sampleServer(behaviour: SampleServer = {}): { backend: Backend; sent: MessageCreateParamsBase[] } {
  const { kind = 'llamacpp', reports = true, arithmetic = 'exclusive', blockSize = 1, joint = '' } = behaviour;
  const { header = 'overwrites', streams = true, counts = true, caches = true, failure } = behaviour;
  const readAs = behaviour.readAs ?? arithmetic;
  const seen: string[][] = [];
  const sent: MessageCreateParamsBase[] = [];
  let now = 0;
  const after = (milliseconds: number): number => {
    now += milliseconds;
    return now;
  };

  const promptOf = ({ system, messages }: MessageCreateParamsBase): string[] => {
    const texts = (Array.isArray(system) ? system : []).map(({ text }) => text);
    const kept = header === 'strips' ? texts.filter((text) => !HEADER.test(text)) : texts;
    const text = kept.join(joint);
    const told =
      header === 'overwrites'
        ? text.replace(/cch=\w{5};/, 'cch=fffff;')
        : text.replace(header === 'ignores' ? HEADER : /^$/, 'header');
    return tokensOf(told + JSON.stringify(messages));
  };
  const common = (a: readonly string[], b: readonly string[]): number => {
    const at = a.findIndex((token, index) => token !== b[index]);
    return at === -1 ? a.length : at;
  };
  const usageOf = (prompt: readonly string[]): Usage => {
    const longest = Math.min(Math.max(0, ...seen.map((each) => common(prompt, each))), prompt.length - 1);
    const read = caches ? Math.floor(longest / blockSize) * blockSize : 0;
    const input = arithmetic === 'exclusive' ? prompt.length - read : prompt.length;
    if (!reports) return { totalInputTokens: prompt.length, raw: { input_tokens: prompt.length } };
    const raw = { input_tokens: input, cache_read_input_tokens: read };
    if (readAs === 'undecided') return { cacheReadTokens: read, raw, ...(read === 0 && { totalInputTokens: input }) };
    return { cacheReadTokens: read, raw, totalInputTokens: readAs === 'exclusive' ? input + read : input };
  };

  const backend: Backend = {
    description: { id: 'sample', name: 'Sample', kind, key: 'none' },
    async *send(request) {
      sent.push(request);
      yield [{ type: 'request-start', at: after(1) }];
      if (failure) return yield [{ type: 'failure', failure, at: now }];
      const prompt = promptOf(request);
      yield [{ type: 'message-start', at: after(50), messageId: 'm' }];
      for (const text of ['one ', 'two']) yield [{ type: 'text-delta', text, at: after(streams ? 5 : 0) }];
      yield [{ type: 'usage-report', usage: usageOf(prompt) }];
      seen.push(prompt);
      yield [{ type: 'message-end', at: now, stopReason: 'end_turn' }];
    },
    countTokens: async (request) =>
      counts ? success(promptOf(request).length) : failed({ code: 'backend-failed', message: 'Not found' }),
  };
  return { backend, sent };
}
