import { findModel } from '@/lib/pricing/model-card.ts';
import type { RequestRules } from '@/lib/request/request-fault.ts';

/**
 * The models that still take a last assistant message to go on from; from 4.6 on they answer 400 (the provider's page on prefill,
 * read 2026-11-21). All older Claude models do.
 */
const PREFILL = /^claude-(opus-4-5|sonnet-4-5|haiku-4-5|opus-4-1|opus-4|sonnet-4|haiku-3-5|3-5-haiku)$/;

/** What a model takes, from its card; nothing is checked for a model without one. */
export function requestRules(model: string): RequestRules {
  const card = findModel(model);
  if (!card) return {};
  return {
    midConversationSystem: card.midConversationSystem,
    forcedToolChoice: card.toolPromptTokens?.forced !== 'rejected',
    ...(card.vendor === 'anthropic' && { prefill: PREFILL.test(card.id) }),
    ...(card.maxOutput !== undefined && { maxOutput: card.maxOutput }),
  };
}
