import type { PriceOptions } from './price.ts';
import { type PriceCard, ratesFromDollars, type SomeRates } from './rate-card.ts';

/** What a person says of the price of their requests; without any of it the card's standard price applies. */
export interface PriceTerms {
  /** Requests are priced as those of a batch; absent: they are not. */
  readonly batch?: boolean;
  /** Own prices by model id, in dollars per million tokens, in the place of the card's. */
  readonly own?: Readonly<Record<string, SomeRates>>;
}

/** The user's own price of a model; `undefined` where they have none. */
export function ownPrice(terms: PriceTerms | undefined, model: string): SomeRates | undefined {
  const own = terms?.own;
  return own && Object.hasOwn(own, model) ? own[model] : undefined;
}

/** A card with the user's own rates in the place of the vendor's; what multiplies them (batch, US inference, fast mode) stays. */
export function pricedBy(card: PriceCard | undefined, own: SomeRates | undefined): PriceCard | undefined {
  return own === undefined ? card : { ...card, rates: [{ rates: ratesFromDollars(own) }] };
}

/** On what conditions a request is billed by its own fields: where it is computed, and how fast. */
export function conditionsOf({
  inference_geo: geo,
  speed,
}: {
  readonly inference_geo?: string | null;
  readonly speed?: 'standard' | 'fast' | null;
}): Pick<PriceOptions, 'inferenceGeo' | 'speed'> {
  return { ...(geo === 'us' && { inferenceGeo: geo }), ...(speed === 'fast' && { speed }) };
}
