/** A sum of money and between what it lies, in nanodollars. */
export interface MoneyBand {
  readonly amount: number;
  readonly low: number;
  readonly high: number;
}

/** What a cost may come to when its tokens may be fewer or more: in proportion to them, rounded outwards to whole nanodollars. */
export function moneyBand(
  amount: number,
  { tokens, low, high }: { readonly tokens: number; readonly low: number; readonly high: number },
): MoneyBand {
  if (tokens === 0) return { amount, low: amount, high: amount };
  return { amount, low: Math.floor((amount * low) / tokens), high: Math.ceil((amount * high) / tokens) };
}
