import { findModel, type ModelCard } from '@/lib/pricing/model-card.ts';
import { DEEPSEEK } from './deepseek-policy.ts';
import { GEMINI } from './gemini-policy.ts';
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
import { UNKNOWN } from './unknown-policy.ts';

const MESSAGES = messagesPolicy();

/** One server's cache, by the way its prompt comes in: as Messages, by OpenAI's interfaces as one text, or there as parts. */
interface Ways {
  readonly messages: CachePolicy;
  readonly oneText: CachePolicy;
  readonly parts: CachePolicy;
}

// Ollama runs llama.cpp underneath, behind a front of its own that leaves the header as it is (its sources and ollama#14918, read in
// November 2026). The same is assumed of LM Studio, whose documentation has clients switch the header off (lmstudio-ai/docs#227).
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
 * Where neither does, nothing is predicted.
 */
export function policyFor(
  backendKind: string | undefined,
  model: string,
  { family = 'messages', upstream }: BackendWay = {},
): CachePolicy {
  const server = upstream ?? backendKind ?? '';
  const ways = BY_SERVER.get(server);
  if (ways) {
    if (upstream !== undefined || family === 'responses') return ways.parts;
    return family === 'messages' ? ways.messages : ways.oneText;
  }
  const card = findModel(model);
  switch (server) {
    case 'deepseek':
      return DEEPSEEK;
    case 'gemini-compatible':
      return GEMINI;
    case 'openrouter':
      return vendorPolicy(model);
    case 'litellm':
      return cardPolicy(card);
    case 'openai':
    case 'other':
    case 'bedrock-compatible':
      // By OpenAI's interfaces no marks are sent to them.
      return card?.vendor === 'anthropic' && family !== 'messages' ? UNKNOWN : cardPolicy(card);
    default:
      return card ? cardPolicy(card) : MESSAGES;
  }
}

/** OpenAI bills creation from GPT-5.6 on, and that is how its cards tell the two apart. */
function cardPolicy(card: ModelCard | undefined): CachePolicy {
  if (!card) return UNKNOWN;
  if (card.vendor === 'anthropic') return MESSAGES;
  return card.creationWithinInput ? OPENAI_AUTOMATIC : OPENAI_BREAKPOINTS;
}

/** OpenRouter names a model by its vendor, and leaves caching to it: `vendor/model`, or `vendor/model:variant`. */
function vendorPolicy(id: string): CachePolicy {
  const [vendor = '', name = ''] = id.split(/[/:]/);
  if (vendor === 'anthropic') return MESSAGES;
  if (vendor === 'deepseek') return DEEPSEEK;
  if (vendor === 'google') return name.startsWith('gemini-') ? GEMINI : UNKNOWN;
  return vendor === 'openai' ? cardPolicy(findModel(name)) : UNKNOWN;
}
