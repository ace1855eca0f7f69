import { findModel, MODEL_CARDS, type ModelCard } from '@/lib/pricing/model-card.ts';
import type { RequestRules } from '@/lib/request/request-fault.ts';

const RULES = new Map(MODEL_CARDS.map((card) => [card, rulesOf(card)]));

/** What a model takes, from its card; nothing is checked for a model without one. */
export function requestRules(model: string): RequestRules {
  const card = findModel(model);
  return (card && RULES.get(card)) ?? {};
}

function rulesOf(card: ModelCard): RequestRules {
  return {
    midConversationSystem: card.midConversationSystem,
    forcedToolChoice: card.toolPromptTokens?.forced !== 'rejected',
    ...(card.vendor === 'anthropic' && { prefill: card.prefill ?? false }),
    ...(card.vendor === 'anthropic' && card.factors && { fastMode: card.factors.fast !== undefined }),
    ...(card.maxOutput !== undefined && { maxOutput: card.maxOutput }),
  };
}
