import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { type ChainOptions, type PrefixChain, prefixChain } from './prefix-chain.ts';
import { type ServerTraits, traitRules } from './prompt-text.ts';

/** The blocks and their tokens as a server without Messages' marks counts them: no hidden prompt of the provider's, and no thinking left out. */
export function unmarkedChain(
  request: MessageCreateParamsBase,
  options: ChainOptions,
  traits: ServerTraits,
  minimumPrefixTokens: number,
): PrefixChain {
  const model = { ...options.model, minimumPrefixTokens, toolPromptTokens: { auto: 0, forced: 0 } };
  const rules = traitRules(traits, request);
  return prefixChain(request, { ...options, rules, model: { ...model, keepsOldThinking: true } });
}
