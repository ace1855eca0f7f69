import { isStale } from '@/lib/pricing/is-stale.ts';
import type { ModelCard } from '@/lib/pricing/model-card.ts';

/** The day here and now, in UTC, as YYYY-MM-DD. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The day on which a card's prices were read, when that is too long ago on `today` (YYYY-MM-DD) to be taken on trust; else `undefined`. */
export const stalePrices = (card: ModelCard | undefined, today: string): string | undefined =>
  card?.rates && isStale(card.readOn, today) ? card.readOn : undefined;
