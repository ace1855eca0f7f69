import {
  BACKEND_FAMILIES,
  BACKEND_KINDS,
  type BackendFamily,
  type BackendKind,
  isProxy,
} from '@/lib/backends/backend-kind.ts';
import { ARITHMETICS, type Arithmetic } from '@/lib/backends/usage/read-usage.ts';

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

/** What can stand behind a proxy; the empty one is nothing, or what nobody knows. */
export const upstreamOptions = (): { value: BackendKind | ''; label: string }[] => [
  { value: '', label: 'None, or not known' },
  ...nearbyKinds().filter(({ value }) => !isProxy(value)),
];

/** What a server's input figure may mean; the empty one is what its kind means by it. */
export const arithmeticOptions = (): { value: Arithmetic | ''; label: string }[] => [
  { value: '', label: 'As is usual for its kind' },
  ...ARITHMETICS.map((value) => ({ value, label: ARITHMETIC_NAMES[value] })),
];

const ARITHMETIC_NAMES: Readonly<Record<Arithmetic, string>> = {
  exclusive: 'Leaves out what was read',
  inclusive: 'Holds what was read',
};

/** The interfaces that can be spoken; the empty one is the kind's own. */
export const familyOptions = (): { value: BackendFamily | ''; label: string }[] => [
  { value: '', label: 'As is usual for its kind' },
  ...BACKEND_FAMILIES.map((family) => ({ value: family, label: FAMILY_NAMES[family] })),
];
