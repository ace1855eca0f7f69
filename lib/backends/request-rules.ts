import { findModel } from '@/lib/pricing/model-card.ts';
import type { RequestRules } from '@/lib/request/request-fault.ts';

/** What a model takes, from its card; nothing is checked for a model without one. */
export function requestRules(model: string): RequestRules {
  const card = findModel(model);
  if (!card) return {};
  return {
    midConversationSystem: card.midConversationSystem,
    forcedToolChoice: card.toolPromptTokens?.forced !== 'rejected',
    ...(card.vendor === 'anthropic' && { prefill: card.prefill ?? false }),
    ...(card.maxOutput !== undefined && { maxOutput: card.maxOutput }),
  };
}
