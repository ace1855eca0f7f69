import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import { findModel } from '@/lib/pricing/model-card.ts';

/** How a kind of server wants a request in OpenAI's interfaces worded (BACK-36). */
export interface Wording {
  /** What stands for `cache_control` on a part: OpenAI's breakpoint, the mark itself, or nothing. */
  readonly marks: 'breakpoints' | 'cache_control' | 'none';
  /** Text blocks as parts of a message, or as one text with this between system blocks, for chat templates that know no parts. */
  readonly systemBlocks: 'parts' | { readonly join: string };
  readonly systemRole: 'system' | 'developer';
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  /** Takes `prompt_cache_key`, `prompt_cache_breakpoint` and the like. */
  readonly takesCacheKey: boolean;
  readonly takesTopK: boolean;
  readonly takesEffort: boolean;
}

/** For a server that runs a model by itself: one text, as its own Messages interface joins it, and none of OpenAI's extras. */
const LOCAL: Wording = {
  marks: 'none',
  systemBlocks: { join: '' },
  systemRole: 'system',
  limit: 'max_tokens',
  takesCacheKey: false,
  takesTopK: true,
  takesEffort: false,
};

const HOSTED: Wording = { ...LOCAL, takesTopK: false };

const WORDINGS: Partial<Readonly<Record<BackendKind, Wording>>> = {
  vllm: LOCAL,
  llamacpp: LOCAL,
  lmstudio: LOCAL,
  ollama: { ...LOCAL, takesTopK: false },
  sglang: { ...LOCAL, systemBlocks: { join: '\n' } },
  litellm: { ...HOSTED, systemBlocks: 'parts', marks: 'cache_control', takesEffort: true },
  openrouter: { ...HOSTED, systemBlocks: 'parts', marks: 'cache_control', takesEffort: true },
  'gemini-compatible': { ...HOSTED, takesEffort: true },
};

const OPENAI: Wording = {
  ...HOSTED,
  systemBlocks: 'parts',
  systemRole: 'developer',
  limit: 'max_completion_tokens',
  takesCacheKey: true,
  takesEffort: true,
};

export function wordingFor(kind: BackendKind, model: string): Wording {
  if (kind !== 'openai') return WORDINGS[kind] ?? HOSTED;
  return { ...OPENAI, marks: takesBreakpoints(model) ? 'breakpoints' : 'none' };
}

/** Models from GPT-5.6 on bill creation and take marks; earlier ones do neither, and nothing is known of a model without a card. */
function takesBreakpoints(model: string): boolean {
  const card = findModel(model);
  return card?.vendor === 'openai' && !card.creationWithinInput;
}
