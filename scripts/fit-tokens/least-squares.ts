/** One observation: how much of each feature, the value to explain, and how much the observation counts. */
export interface Observation {
  readonly features: ReadonlyMap<number, number>;
  readonly value: number;
  readonly weight: number;
}

/** Where a coefficient is drawn to without evidence, and how strongly. */
export interface Prior {
  readonly value: number;
  readonly strength: number;
}

const SWEEPS = 400;

/** Non-negative ridge regression by coordinate descent: one coefficient for each prior. */
export function fitNonNegative(observations: readonly Observation[], priors: readonly Prior[]): Float64Array {
  const size = priors.length;
  const squares = priors.map((prior, i) =>
    Float64Array.from({ length: size }, (_, j) => (i === j ? prior.strength : 0)),
  );
  const products = Float64Array.from(priors, ({ value, strength }) => value * strength);
  for (const { features, value, weight } of observations) {
    for (const [i, amount] of features) {
      products[i] = (products[i] ?? 0) + weight * amount * value;
      const row = squares[i] ?? new Float64Array(size);
      for (const [j, other] of features) row[j] = (row[j] ?? 0) + weight * amount * other;
    }
  }
  return descend(
    squares,
    products,
    Float64Array.from(priors, ({ value }) => value),
  );
}

function descend(squares: readonly Float64Array[], products: Float64Array, start: Float64Array): Float64Array {
  const found = start;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const [i, row] of squares.entries()) {
      const own = row[i] ?? 0;
      let rest = products[i] ?? 0;
      for (let j = 0; j < row.length; j++) if (j !== i) rest -= (row[j] ?? 0) * (found[j] ?? 0);
      found[i] = own > 0 ? Math.max(0, rest / own) : 0;
    }
  }
  return found;
}
