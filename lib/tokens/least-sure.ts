import type { TokenCount } from './token-count.ts';

/** How sure a sum of counts made in these ways is: as the least sure of them. */
export function leastSure(methods: Iterable<TokenCount['method']>): TokenCount['method'] {
  const all = new Set(methods);
  return all.has('rough') ? 'rough' : all.has('estimate') ? 'estimate' : 'exact';
}
