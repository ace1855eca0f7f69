import type { ModelCard } from '@/lib/pricing/model-card.ts';
import type { ChainModel } from './prefix-chain.ts';

/** Stand-ins where the rules have no figure (caching rules §4, §6): the most common minimum, and the newest models' tool prompt. */
const ASSUMED = { minimumPrefixTokens: 1024, toolPromptTokens: 286 } as const;

/** What the cache model needs of a model card; `frameTokens` is the message frame of its tokenizer. */
export function chainModel(card: ModelCard | undefined, frameTokens: number): ChainModel {
  const auto = card?.toolPromptTokens?.auto ?? ASSUMED.toolPromptTokens;
  const forced = card?.toolPromptTokens?.forced;
  return {
    minimumPrefixTokens: card?.minimumPrefixTokens ?? ASSUMED.minimumPrefixTokens,
    toolPromptTokens: { auto, forced: typeof forced === 'number' ? forced : auto },
    frameTokens,
    keepsOldThinking: card?.keepsOldThinking ?? true,
  };
}
