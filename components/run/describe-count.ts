import type { Analysis } from '@/lib/store/analysis/analysis.ts';

/** How the tokens were counted, and how sure that is. */
export function describeCount({ total, card }: Analysis): string {
  if (total.method === 'exact') {
    const isOurs = card?.tokenizer === 'o200k' || card?.tokenizer === 'cl100k';
    return isOurs ? `exact · ${card.tokenizer}` : 'exact · counted by the provider';
  }
  if (total.method === 'rough') return 'rough · by characters';
  const band = Math.max(total.high - total.tokens, total.tokens - total.low) / Math.max(total.tokens, 1);
  return `estimate · o200k-based, ±${Math.max(1, Math.round(band * 100))} %`;
}
