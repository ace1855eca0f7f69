import type { ModelCard } from '@/lib/pricing/model-card.ts';
import {
  LLAMA_CPP,
  LLAMA_CPP_ONE_TEXT,
  LLAMA_CPP_PARTS,
  SGLANG,
  VLLM,
  VLLM_ONE_TEXT,
  VLLM_PARTS,
} from './kv-policy.ts';
import { messagesPolicy } from './messages-cache.ts';
import { OPENAI_AUTOMATIC, OPENAI_BREAKPOINTS } from './openai-policy.ts';
import type { CachePolicy } from './policy.ts';

const MESSAGES = messagesPolicy();

/** One server's cache, by the way its prompt comes in: as Messages, by OpenAI's interfaces as one text, or there as parts. */
interface Ways {
  readonly messages: CachePolicy;
  readonly oneText: CachePolicy;
  readonly parts: CachePolicy;
}

// Ollama and LM Studio run llama.cpp underneath, behind a front of their own that leaves the header as it is.
const UNDERNEATH: Ways = { messages: LLAMA_CPP_ONE_TEXT, oneText: LLAMA_CPP_ONE_TEXT, parts: LLAMA_CPP_PARTS };

/** Servers whose cache is their own, whatever the model. */
const BY_SERVER: ReadonlyMap<string, Ways> = new Map([
  ['vllm', { messages: VLLM, oneText: VLLM_ONE_TEXT, parts: VLLM_PARTS }],
  ['llamacpp', { messages: LLAMA_CPP, oneText: LLAMA_CPP_ONE_TEXT, parts: LLAMA_CPP_PARTS }],
  ['ollama', UNDERNEATH],
  ['lmstudio', UNDERNEATH],
  ['sglang', { messages: SGLANG, oneText: SGLANG, parts: SGLANG }],
]);

/** How a backend is reached, as far as that decides what its cache sees. */
export interface BackendWay {
  /** The interface spoken to it; Messages unless told. */
  readonly family?: string;
  /** The kind of the server behind it, where it is a proxy: it asks by chat completions, with blocks as parts. */
  readonly upstream?: string;
}

/**
 * The one place that decides which cache a prediction is made for: by the kind of backend where that decides it, else by the model.
 * OpenAI bills creation from GPT-5.6 on, and that is how its cards tell the two apart.
 */
export function policyFor(
  backendKind: string | undefined,
  card: ModelCard | undefined,
  { family = 'messages', upstream }: BackendWay = {},
): CachePolicy {
  const ways = BY_SERVER.get(upstream ?? backendKind ?? '');
  if (ways) {
    if (upstream !== undefined || family === 'responses') return ways.parts;
    return family === 'messages' ? ways.messages : ways.oneText;
  }
  if (card?.vendor !== 'openai') return MESSAGES;
  return card.creationWithinInput ? OPENAI_AUTOMATIC : OPENAI_BREAKPOINTS;
}
