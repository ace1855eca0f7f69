/** What a server is: it decides how requests are worded and how its figures are read. */
export const BACKEND_KINDS = [
  'emulator',
  'anthropic',
  'litellm',
  'vllm',
  'llamacpp',
  'ollama',
  'lmstudio',
  'sglang',
  'openai',
  'openrouter',
  'deepseek',
  'gemini-compatible',
  'bedrock-compatible',
  'other',
] as const;

export type BackendKind = (typeof BACKEND_KINDS)[number];

/** Whether another server may stand behind one of this kind, and do the caching. */
export const isProxy = (kind: BackendKind): boolean => kind === 'litellm' || kind === 'other';

/** The interfaces that servers speak: the Messages API, and OpenAI's two. */
export const BACKEND_FAMILIES = ['messages', 'chat-completions', 'responses'] as const;

export type BackendFamily = (typeof BACKEND_FAMILIES)[number];

/** What the playground speaks to a kind unless told otherwise: Messages wherever the server has it. */
const FAMILY: Readonly<Record<BackendKind, BackendFamily>> = {
  emulator: 'messages',
  anthropic: 'messages',
  litellm: 'messages',
  vllm: 'messages',
  llamacpp: 'messages',
  ollama: 'messages',
  lmstudio: 'messages',
  sglang: 'messages',
  openai: 'chat-completions',
  openrouter: 'chat-completions',
  deepseek: 'chat-completions',
  'gemini-compatible': 'chat-completions',
  'bedrock-compatible': 'chat-completions',
  other: 'chat-completions',
};

export const defaultFamily = (kind: BackendKind): BackendFamily => FAMILY[kind];

/**
 * Does a kind have the rules of the provider's own API: is it that, or the emulator of it? A backend that nobody has described counts
 * as that too. No other server is known to refuse sampling (ANALYSIS-10) or to take a first-party beta (REQUEST-5).
 */
export const isFirstParty = (kind: BackendKind | undefined): boolean =>
  kind === undefined || kind === 'anthropic' || kind === 'emulator';
