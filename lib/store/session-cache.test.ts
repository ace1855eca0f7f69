import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { messagesPolicy } from '@/lib/cache/messages-cache.ts';
import type { CacheEntry } from '@/lib/cache/messages-policy.ts';
import { policyFor } from '@/lib/cache/policy-for.ts';
import type { Run } from './run.ts';
import { sampleRun } from './run-sample.ts';
import { sessionCache, sessionEntries, sessionPolicy } from './session-cache.ts';

const entry = (key: string, startedAt: number): CacheEntry => ({ key, ttl: '5m', startedAt, readableAt: startedAt });

/** A request sent at a time, answered 10 ms later, that wrote and refreshed these keys. */
function run(sentAt: number, created: string[], refreshed: string[] = [], change: Partial<Run> = {}): Run {
  const { prediction } = sampleRun();
  const entries = (keys: string[]) => keys.map((key) => entry(key, sentAt));
  const outcome = { ...prediction, created: entries(created), refreshed: entries(refreshed) };
  return sampleRun({ sentAt, respondedAt: sentAt + 10, prediction: outcome, ...change });
}
/** Which of these keys a request with one marked block would find, sent at `now`. */
const found = (runs: readonly Run[], now: number, backend = 'emulator') =>
  ['a', 'b'].filter((key) => {
    const position = { path: 'system.0', level: 'system', tokens: 1, end: 1, key, breakpoint: '5m', slot: 0 } as const;
    const chain = { positions: [position], totalTokens: 1, minimumPrefixTokens: 0 };
    const { usage } = sessionCache(messagesPolicy(), runs, backend).evaluate(chain, sampleRun().request, now);
    return usage.cacheReadTokens > 0;
  });

describe("the session's cache", () => {
  it('RUN-6 holds what answered requests wrote, readable from the answer on', () => {
    const runs = [run(0, ['a']), run(1000, ['b'], ['a'])];
    expect(found(runs, 1009)).toEqual(['a']);
    expect(found(runs, 1010)).toEqual(['a', 'b']);
    expect(found(runs, 300_999)).toEqual(['a', 'b']);
    expect(found(runs, 301_000)).toEqual([]);
  });

  it('RUN-6 holds nothing of a request that was never answered, not even that it read', () => {
    const { respondedAt: _, ...refused } = run(1000, ['b'], ['a']);
    const runs = [run(0, ['a']), refused];
    expect(found(runs, 2000)).toEqual(['a']);
    expect(found(runs, 300_000)).toEqual([]);
  });

  it('CACHE-13 holds nothing of what a refused request says it wrote; what it read lives on', () => {
    const runs = [run(0, ['a']), run(1000, ['b'], ['a'], { stopReason: 'refusal' })];
    expect(found(runs, 2000)).toEqual(['a']);
    expect(found(runs, 300_500)).toEqual(['a']);
    expect([...sessionEntries(runs, 'emulator').keys()]).toEqual(['a']);
  });

  it('POLICY-9 holds a reply with its thinking and its calls, as the next request says it', () => {
    const call = { type: 'tool_use', id: 'toolu_1', name: 'read_file', input: { path: 'a.ts' } } as const;
    const said = { type: 'text', text: 'Let me look.' } as const;
    const request = { model: 'm', max_tokens: 1, messages: [{ role: 'user' as const, content: 'Why?' }] };
    const first = sampleRun({
      request,
      model: 'm',
      respondedAt: 5,
      text: said.text,
      blocks: [{ at: 12, block: call }],
    });
    const result = { type: 'tool_result', tool_use_id: call.id, content: 'x' } as const;
    const messages = [
      ...request.messages,
      { role: 'assistant' as const, content: [said, call] },
      { role: 'user' as const, content: [result] },
    ];
    const policy = policyFor('sglang', 'local');
    const next = { ...request, messages };
    const options = { workspace: '', count: (text: string) => text.length, digest: (text: string) => text };
    const model = { minimumPrefixTokens: 0, toolPromptTokens: { auto: 0, forced: 0 }, frameTokens: 0 };
    const chain = policy.chain(next, { ...options, model, rules: DEFAULT_RULES });
    const { usage } = sessionCache(policy, [{ ...first, sentAt: 0 }], 'emulator').evaluate(chain, next, 10);
    expect(usage.cacheReadTokens).toBe('Why?'.length + said.text.length + JSON.stringify(call).length);
  });

  it('RUN-6 is nothing from before a check or a demonstration, where a server holds the last prompt alone', () => {
    const sent = run(1000, ['a']);
    const left = (kind: string, displacedAt?: number) =>
      sessionCache(policyFor(kind, 'local'), [sent], 'emulator', displacedAt) !== policyFor(kind, 'local').empty;
    expect([left('llamacpp'), left('llamacpp', 900), left('llamacpp', 2000)]).toEqual([true, true, false]);
    expect(left('vllm', 2000)).toBe(true);
  });

  it('RUN-6 is each backend’s own', () => {
    const runs = [run(0, ['a']), run(0, ['b'], [], { backend: 'anthropic' })];
    expect(found(runs, 20)).toEqual(['a']);
    expect(found(runs, 20, 'anthropic')).toEqual(['b']);
  });

  it('RUN-6 says when the prediction changes by itself', () => {
    expect(sessionCache(messagesPolicy(), [run(0, ['a']), run(9000, ['b'])], 'emulator').nextExpiry(0)).toBe(300_000);
    expect(sessionCache(messagesPolicy(), [], 'emulator').nextExpiry(0)).toBeUndefined();
  });

  it('RUN-6 follows the policy of the chosen backend and model', () => {
    const backends = [{ id: 'local', name: 'Local', kind: 'emulator', key: 'none' }] as const;
    const policyOf = (model: string) =>
      sessionPolicy({ backends, emulator: { ahead: 0, keepsHeader: false } }, { backend: 'local', model }).id;
    expect(policyOf('claude-opus-5-5')).toBe('messages');
    expect(policyOf('gpt-5.4')).toBe('openai-automatic');
    expect(policyOf('gpt-6-sol')).toBe('openai-breakpoints');
  });
});
