import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { commonPrefixLength } from './common-prefix.ts';
import { plainOutcome } from './plain-outcome.ts';
import type { CachePolicy, PolicyCache } from './policy.ts';
import { type ChainOptions, type PrefixChain, prefixChain } from './prefix-chain.ts';
import { longestShared, type PastPrompt, remember, tokensThrough } from './prompt-history.ts';
import { ANSWER_LEAD, type PromptText, promptText, type ServerTraits, traitRules } from './prompt-text.ts';

/** How a server of local models shares the state of a prefix (backends §§2, 3, 6). There are no marks, no minimum, no TTL and no price. */
interface KvServer extends ServerTraits {
  readonly id: 'vllm' | 'llama-cpp' | 'sglang';
  /** Prefixes are shared in whole blocks of so many tokens. */
  readonly blockTokens: number;
  /** Prompts the server holds at a time, the best match overwritten; `undefined`: as many as fit, in a tree. */
  readonly slots: number | undefined;
}

/** vLLM's /v1/messages: whole blocks of 16 tokens; the header is dropped when it comes as a block. */
export const VLLM: CachePolicy = kvPolicy({
  id: 'vllm',
  blockTokens: 16,
  slots: undefined,
  header: 'dropped',
  systemJoin: '',
});

/** llama-server with one slot: the longest common prefix with the prompt in the slot, to the token; `cch` is overwritten. */
export const LLAMA_CPP: CachePolicy = kvPolicy({
  id: 'llama-cpp',
  blockTokens: 1,
  slots: 1,
  header: 'masked',
  systemJoin: '',
});

/** SGLang: a radix tree of tokens over all prompts; the header is text like any other. */
export const SGLANG: CachePolicy = kvPolicy({
  id: 'sglang',
  blockTokens: 1,
  slots: undefined,
  header: 'kept',
  systemJoin: '\n',
});

function kvPolicy(server: KvServer): CachePolicy {
  return {
    id: server.id,
    chain: (request, options) => unmarkedChain(request, options, server),
    empty: kvCache([], server),
  };
}

/** The blocks and their tokens as such a server counts them: no hidden prompt of the provider's, no minimum. */
function unmarkedChain(request: MessageCreateParamsBase, options: ChainOptions, server: KvServer): PrefixChain {
  const model = { ...options.model, minimumPrefixTokens: 0, toolPromptTokens: { auto: 0, forced: 0 } };
  const rules = traitRules(server, request);
  return prefixChain(request, { ...options, rules, model: { ...model, keepsOldThinking: true } });
}

function kvCache(prompts: readonly PastPrompt[], server: KvServer): PolicyCache {
  return {
    evaluate: (chain, request, now) => {
      const prompt = promptText(request, server);
      const held = prompts.filter(({ model, readableAt }) => model === request.model && readableAt <= now);
      return plainOutcome(chain, readTokens(prompt, chain, held, server));
    },
    after: ({ request, sentAt, respondedAt, reply }) => {
      if (respondedAt === undefined) return kvCache(prompts, server);
      const { text } = promptText(request, server);
      const whole = reply ? `${text}${ANSWER_LEAD}${reply}` : text;
      const past = { model: request.model, text: whole, readableAt: respondedAt, usedAt: sentAt };
      return kvCache(server.slots ? inSlot(prompts, past, server.slots) : remember(prompts, past), server);
    },
    nextExpiry: () => undefined,
  };
}

/** At least the last token is always computed again, so that an answer can follow from it. */
function readTokens(
  prompt: PromptText,
  chain: PrefixChain,
  held: readonly PastPrompt[],
  { blockTokens, slots }: KvServer,
): number {
  const shared = longestShared(slots ? held.slice(-slots) : held, prompt.text);
  const tokens = Math.min(tokensThrough(prompt, chain, shared), Math.max(0, chain.totalTokens - 1));
  return Math.floor(tokens / blockTokens) * blockTokens;
}

/** llama.cpp takes the slot whose prompt is most like the new one, if it shares a tenth of it, else the one unused for longest. */
function inSlot(prompts: readonly PastPrompt[], past: PastPrompt, slots: number): PastPrompt[] {
  if (prompts.length < slots) return [...prompts, past];
  const shares = prompts.map(({ text, model }) => (model === past.model ? commonPrefixLength(text, past.text) : 0));
  const best = shares.indexOf(Math.max(...shares));
  const isAlike = (shares[best] ?? 0) >= SLOT_SIMILARITY * past.text.length;
  return [...prompts.filter((_, index) => index !== (isAlike ? best : 0)), past];
}

const SLOT_SIMILARITY = 0.1;
