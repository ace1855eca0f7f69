import type { InputUsage } from '@/lib/usage/usage.ts';
import type { Run } from './run.ts';

/** For tests: a usage in which only these classes have tokens. */
export const inputUsage = (tokens: Partial<InputUsage> = {}): InputUsage => ({
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheCreation5mTokens: 0,
  cacheCreation1hTokens: 0,
  ...tokens,
});

/** For tests: a request that has just been sent to the emulator, with these fields changed. */
export const sampleRun = (change: Partial<Run> = {}): Run => ({
  id: 'run-1',
  number: 1,
  backend: 'emulator',
  model: 'claude-sonnet-5-5',
  request: { model: 'claude-sonnet-5-5', max_tokens: 1, messages: [{ role: 'user', content: 'Hello' }] },
  prediction: { usage: inputUsage(), hit: undefined, blocks: [], created: [], refreshed: [] },
  totalTokens: 0,
  finalKey: undefined,
  sentAt: Date.UTC(2026, 10, 21, 12),
  status: 'waiting',
  text: '',
  ...change,
});
