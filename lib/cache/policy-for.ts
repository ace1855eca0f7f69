import type { ModelCard } from '@/lib/pricing/model-card.ts';
import { LLAMA_CPP, SGLANG, VLLM } from './kv-policy.ts';
import { messagesPolicy } from './messages-cache.ts';
import { OPENAI_AUTOMATIC, OPENAI_BREAKPOINTS } from './openai-policy.ts';
import type { CachePolicy } from './policy.ts';

const MESSAGES = messagesPolicy();

/** Servers whose cache is their own, whatever the model. */
const BY_SERVER: ReadonlyMap<string, CachePolicy> = new Map([
  ['vllm', VLLM],
  ['llamacpp', LLAMA_CPP],
  // Ollama and LM Studio run llama.cpp underneath.
  ['ollama', LLAMA_CPP],
  ['lmstudio', LLAMA_CPP],
  ['sglang', SGLANG],
]);

/**
 * The one place that decides which cache a prediction is made for: by the kind of backend where that decides it, else by the model.
 * OpenAI bills creation from GPT-5.6 on, and that is how its cards tell the two apart.
 */
export function policyFor(backendKind: string | undefined, card: ModelCard | undefined): CachePolicy {
  const server = BY_SERVER.get(backendKind ?? '');
  if (server) return server;
  if (card?.vendor !== 'openai') return MESSAGES;
  return card.creationWithinInput ? OPENAI_AUTOMATIC : OPENAI_BREAKPOINTS;
}
