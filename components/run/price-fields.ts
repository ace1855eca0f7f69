import { FRESH_DAYS } from '@/lib/pricing/is-stale.ts';
import type { ModelCard } from '@/lib/pricing/model-card.ts';
import { ratesOn, type SomeRates } from '@/lib/pricing/rate-card.ts';
import { noPriceWords } from './cost-lines.ts';

/** The classes of tokens that a price is entered for, in the order of a bill. */
export const PRICE_FIELDS: readonly { readonly label: keyof SomeRates; readonly name: string }[] = [
  { label: 'input', name: 'Input' },
  { label: 'cacheRead', name: 'Cache read' },
  { label: 'cacheCreation5m', name: 'Cache creation 5m' },
  { label: 'cacheCreation1h', name: 'Cache creation 1h' },
  { label: 'cacheCreationOther', name: 'Cache creation, other' },
  { label: 'output', name: 'Output' },
];

/** Whose word the price is, and that the card's is an old one. */
export function describePriceSource(
  card: ModelCard | undefined,
  isOwn: boolean,
  model: string,
  isOld: boolean,
): string {
  if (isOwn) return `Priced by what you entered for ${model}. A class left empty has no known price.`;
  if (!card?.rates) return `${noPriceWords(model)} Enter yours to see costs.`;
  const hedge = card.thirdParty?.includes('rates') ? ', on the word of third parties' : '';
  const age = isOld ? ` That is more than ${FRESH_DAYS} days ago: compare it with the price page.` : '';
  return `The card of ${card.name}, read on ${card.readOn}${hedge}.${age} What you enter takes its place.`;
}

/** What the card says of a class, in dollars per million tokens; nothing once it does not apply. */
export function pricePlaceholder(card: ModelCard | undefined, label: keyof SomeRates, isOwn: boolean): string {
  const rate = isOwn || !card ? undefined : ratesOn(card)?.rates[label];
  return rate === undefined ? '' : String(rate / 1000);
}
