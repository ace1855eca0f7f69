import { expect, it } from 'vitest';
import { backendContract, CONTRACT, collect, type Situation } from '@/lib/backends/backend-contract.ts';
import { BACKEND_FAMILIES, type BackendFamily, type BackendKind } from '@/lib/backends/backend-kind.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import { freePort } from '@/scripts/port.mjs';
import { type RealServer, realBackend, realServers } from './real-servers.ts';

const SERVERS = realServers();

it('BACK-42: there is a server to test', () => expect(SERVERS).not.toEqual([]));

type Figure = keyof Usage;
const SPLIT: readonly Figure[] = ['inputTokens', 'cacheReadTokens', 'outputTokens', 'totalInputTokens'];
const TOTAL: readonly Figure[] = ['outputTokens', 'totalInputTokens'];

/** What each server reports of the contract's request when it comes a second time. */
const FIGURES: Partial<Readonly<Record<BackendKind, readonly Figure[]>>> = {
  ollama: TOTAL,
  lmstudio: TOTAL,
  vllm: [...SPLIT, 'cacheCreation5mTokens', 'cacheCreation1hTokens'],
};

const FAMILIES: Partial<Readonly<Record<BackendKind, readonly BackendFamily[]>>> = {
  llamacpp: BACKEND_FAMILIES,
  openai: ['chat-completions', 'responses'],
  openrouter: ['chat-completions'],
  deepseek: ['chat-completions'],
};

const COUNTING = new Set([
  'vllm chat-completions',
  'llamacpp chat-completions',
  'llamacpp responses',
  'openai responses',
]);

for (const server of SERVERS) {
  for (const family of FAMILIES[server.kind] ?? ['messages', 'chat-completions']) {
    const can: Situation[] = [
      'answers',
      'answers-slowly',
      'answers-count',
      'is-down',
      ...(server.key ? (['refuses-key'] as const) : []),
    ];
    const create = async (situation: Situation) => ({ backend: await backendIn(situation, server, family) });
    it(`BACK-42: ${server.kind} answers by ${family}, so that the contract finds a warm cache`, async () => {
      const backend = realBackend(server, { family });
      const call = { signal: new AbortController().signal, session: 'contract' };
      for (const _ of [1, 2]) {
        const events = await collect(backend.send({ ...CONTRACT.request, model: server.model }, call));
        expect(events.at(-1)).toMatchObject({ type: 'message-end' });
      }
    });
    backendContract(`${server.kind} by ${family}, a real server`, create, {
      model: server.model,
      can,
      usage: FIGURES[server.kind] ?? SPLIT,
      reportsAtStart: family === 'messages',
      counts: family === 'messages' || COUNTING.has(`${server.kind} ${family}`),
      // A model of random weights does not come to an end by itself.
      stopReason: expect.stringMatching(/^(?:end_turn|max_tokens)$/),
    });
  }
}

async function backendIn(situation: Situation, server: RealServer, family: BackendFamily) {
  if (situation === 'refuses-key') return realBackend(server, { family, key: CONTRACT.key });
  if (situation === 'is-down') return realBackend(server, { family, url: `http://127.0.0.1:${await freePort(9390)}` });
  return realBackend(server, { family });
}
