import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import { findModel } from '@/lib/pricing/model-card.ts';

/** How a kind of server wants a request in OpenAI's interfaces worded (BACK-36). */
export interface Wording {
  /** What stands for `cache_control` on a part: OpenAI's breakpoint, the mark itself, or nothing. */
  readonly marks: 'breakpoints' | 'cache_control' | 'none';
  /** Messages that give a tool's result, and calls, carry marks themselves; elsewhere a result's mark is its last part's. */
  readonly marksMessages: boolean;
  /** The model caches where marks tell it to and nowhere else, and takes one beside the whole request too. */
  readonly cachesByMarks: boolean;
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
  marksMessages: false,
  cachesByMarks: false,
  systemBlocks: { join: '' },
  systemRole: 'system',
  limit: 'max_tokens',
  takesCacheKey: false,
  takesTopK: true,
  takesEffort: false,
};

const HOSTED: Wording = { ...LOCAL, takesTopK: false };

/** For a proxy that hands marks on as they are. */
const MARKED: Wording = { ...HOSTED, systemBlocks: 'parts', marks: 'cache_control', takesEffort: true };

const WORDINGS: Partial<Readonly<Record<BackendKind, Wording>>> = {
  vllm: LOCAL,
  llamacpp: LOCAL,
  lmstudio: LOCAL,
  ollama: { ...LOCAL, takesTopK: false },
  sglang: { ...LOCAL, systemBlocks: { join: '\n' } },
  // Run with LiteLLM 1.106.2: every mark comes out at Anthropic's interface where it stood in the Messages request.
  litellm: { ...MARKED, marksMessages: true },
  // By the types of OpenRouter's own client (November 2026): on parts, beside a function, and beside the whole.
  openrouter: MARKED,
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
  const wording = WORDINGS[kind] ?? HOSTED;
  if (wording.marks === 'cache_control') return { ...wording, cachesByMarks: isClaude(model) };
  if (kind !== 'openai') return wording;
  return { ...OPENAI, marks: takesBreakpoints(model) ? 'breakpoints' : 'none' };
}

/** A model of Anthropic's, by OpenRouter's name or its own; other vendors' refuse or ignore a mark beside the request. */
const isClaude = (model: string): boolean => model.startsWith('anthropic/') || findModel(model)?.vendor === 'anthropic';

/** Models from GPT-5.6 on bill creation and take marks; earlier ones do neither, and nothing is known of a model without a card. */
function takesBreakpoints(model: string): boolean {
  const card = findModel(model);
  return card?.vendor === 'openai' && !card.creationWithinInput;
}
