/** Whole shares of `total` in proportion to `weights`, by largest remainder: they always add up to `total`. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const missing = total - shares.reduce((left, right) => left + right, 0);
  const remainders = exact.map((value) => value - Math.floor(value));
  const byRemainder = remainders
    .map((_, index) => index)
    .sort((left, right) => (remainders[right] ?? 0) - (remainders[left] ?? 0) || left - right);
  for (const index of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
