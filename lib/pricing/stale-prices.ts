import { isStale } from './is-stale.ts';
import type { ModelCard } from './model-card.ts';

/** The day on which a card's prices were read, when that is too long ago on `today` (YYYY-MM-DD) to be taken on trust; else `undefined`. */
export const stalePrices = (card: ModelCard | undefined, today: string): string | undefined =>
  card?.rates && isStale(card.readOn, today) ? card.readOn : undefined;
