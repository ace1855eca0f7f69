import type { BackendFamily, BackendKind } from '@/lib/backends/backend-kind.ts';
import { BACKEND_FAMILIES, BACKEND_KINDS } from '@/lib/backends/backend-kind.ts';

const KIND_NAMES: Readonly<Record<BackendKind, string>> = {
  emulator: 'Emulator',
  anthropic: 'Anthropic',
  litellm: 'LiteLLM',
  vllm: 'vLLM',
  llamacpp: 'llama.cpp',
  ollama: 'Ollama',
  lmstudio: 'LM Studio',
  sglang: 'SGLang',
  openai: 'OpenAI',
  openrouter: 'OpenRouter',
  deepseek: 'DeepSeek',
  'gemini-compatible': 'Gemini, compatible',
  'bedrock-compatible': 'Bedrock, compatible',
  other: 'Another, compatible with OpenAI',
};

const FAMILY_NAMES: Readonly<Record<BackendFamily, string>> = {
  messages: 'Messages',
  'chat-completions': 'Chat completions',
  responses: 'Responses',
};

/** What a server near this machine can be; llama.cpp first, for it is the one most have. */
export const nearbyKinds = (): { value: BackendKind; label: string }[] =>
  BACKEND_KINDS.filter((kind) => kind !== 'emulator')
    .map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))
    .sort((left, right) => Number(right.value === 'llamacpp') - Number(left.value === 'llamacpp'));

/** The interfaces that can be spoken; the empty one is the kind's own. */
export const familyOptions = (): { value: BackendFamily | ''; label: string }[] => [
  { value: '', label: 'As is usual for its kind' },
  ...BACKEND_FAMILIES.map((family) => ({ value: family, label: FAMILY_NAMES[family] })),
];
