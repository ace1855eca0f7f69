import { findModel } from '@/lib/pricing/model-card.ts';
import type { PromptModel } from '@/lib/prompt/prompt-input.ts';

/** A document's model as its prompt mentions it; one that is not known goes by its id. */
export function promptModel({ model }: { readonly model: string }): PromptModel {
  const card = findModel(model);
  return { id: model, name: card?.name ?? model, structuredOutputs: card?.structuredOutputs ?? false };
}
