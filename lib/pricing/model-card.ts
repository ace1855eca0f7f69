import type { ModelFacts, ModelTable, Vendor } from './model-table.ts';
import { ANTHROPIC_MODELS } from './models-anthropic.ts';
import { OPENAI_MODELS } from './models-openai.ts';

/** One model: its facts, and where and when (YYYY-MM-DD) they were read. */
export interface ModelCard extends ModelFacts {
  readonly vendor: Vendor;
  readonly source: string;
  readonly readOn: string;
}

const cardsOf = ({ vendor, source, readOn, models }: ModelTable): ModelCard[] =>
  models.map((facts) => ({ ...facts, vendor, source, readOn }));

/** Every known model, newest first within its vendor. */
export const MODEL_CARDS: readonly ModelCard[] = [...cardsOf(ANTHROPIC_MODELS), ...cardsOf(OPENAI_MODELS)];

const CARD_BY_ID = new Map(MODEL_CARDS.flatMap((card) => [card.id, ...(card.aliases ?? [])].map((id) => [id, card])));

/**
 * The card of a model id, or of its dated snapshot (`-20250929`, `-2026-03-05`); `undefined` for anything else. Nothing is guessed from
 * a likeness: a cloud's id (`us.anthropic.…`) has other prices and minimums.
 */
export function findModel(id: string): ModelCard | undefined {
  return CARD_BY_ID.get(id) ?? CARD_BY_ID.get(id.replace(/-(\d{8}|\d{4}-\d{2}-\d{2})$/, ''));
}
