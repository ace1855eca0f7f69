import { plainOutcome } from './plain-outcome.ts';
import type { CachePolicy, PolicyCache } from './policy.ts';
import type { PrefixChain } from './prefix-chain.ts';
import { heldAt, longestShared, type PastPrompt, tokensThrough, withSent } from './prompt-history.ts';
import { type PromptText, promptText, type ServerTraits } from './prompt-text.ts';
import { unmarkedChain } from './unmarked-chain.ts';

/** How a server of local models shares the state of a prefix (POLICY-7, POLICY-8). There are no marks, no minimum, no TTL and no price. */
interface KvServer extends ServerTraits {
  readonly id: 'vllm' | 'llama-cpp' | 'sglang';
  /** Prefixes are shared in whole blocks of so many tokens. */
  readonly blockTokens: number;
  /** The prompt that was answered last, in the one slot, or every prompt that fits, in a tree. */
  readonly holds: 'last' | 'all';
}

const VLLM_SERVER: KvServer = { id: 'vllm', blockTokens: 16, holds: 'all', header: 'dropped', systemJoin: '' };
const LLAMA_SERVER: KvServer = { id: 'llama-cpp', blockTokens: 1, holds: 'last', header: 'masked', systemJoin: '' };
const SGLANG_SERVER: KvServer = { id: 'sglang', blockTokens: 1, holds: 'all', header: 'kept', systemJoin: '\n' };

/** vLLM's /v1/messages: whole blocks of 16 tokens; the header is dropped when it comes as a block. */
export const VLLM: CachePolicy = kvPolicy(VLLM_SERVER);

/** llama-server with one slot: the longest common prefix with the prompt in the slot, to the token; `cch` is overwritten. */
export const LLAMA_CPP: CachePolicy = kvPolicy(LLAMA_SERVER);

/** SGLang: a radix tree of tokens over all prompts; the header is text like any other. */
export const SGLANG: CachePolicy = kvPolicy(SGLANG_SERVER);

/** The same servers by OpenAI's interfaces, where the header is text like any other: blocks sent as one text. */
export const VLLM_ONE_TEXT: CachePolicy = kvPolicy({ ...VLLM_SERVER, header: 'kept' });
export const LLAMA_CPP_ONE_TEXT: CachePolicy = kvPolicy({ ...LLAMA_SERVER, header: 'kept' });

/** And as parts, which a chat template joins by line breaks. */
export const VLLM_PARTS: CachePolicy = kvPolicy({ ...VLLM_SERVER, header: 'kept', systemJoin: '\n' });
export const LLAMA_CPP_PARTS: CachePolicy = kvPolicy({ ...LLAMA_SERVER, header: 'kept', systemJoin: '\n' });

function kvPolicy(server: KvServer): CachePolicy {
  return {
    id: server.id,
    ignoresMarks: true,
    hasOwnModels: true,
    ...(server.header === 'masked' && { masksHeader: true }),
    ...(server.holds === 'last' && { holdsLast: true }),
    chain: (request, options) => unmarkedChain(request, options, server, 0),
    empty: kvCache([], server),
  };
}

function kvCache(prompts: readonly PastPrompt[], server: KvServer): PolicyCache {
  return {
    evaluate: (chain, request, now) => {
      const prompt = promptText(request, server);
      return plainOutcome(chain, readTokens(prompt, chain, heldAt(prompts, request.model, now), server));
    },
    after: (sent) => {
      const known = withSent(prompts, sent, server);
      return kvCache(server.holds === 'last' ? known.slice(-1) : known, server);
    },
    nextExpiry: () => undefined,
  };
}

/** At least the last token is always computed again, so that an answer can follow from it. */
function readTokens(
  prompt: PromptText,
  chain: PrefixChain,
  held: readonly PastPrompt[],
  { blockTokens }: KvServer,
): number {
  const shared = longestShared(held, prompt.text);
  const tokens = Math.min(tokensThrough(prompt, chain, shared), Math.max(0, chain.totalTokens - 1));
  return Math.floor(tokens / blockTokens) * blockTokens;
}
