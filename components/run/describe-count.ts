import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { bandPercent } from './describe-band.ts';

/** How the tokens were counted, and how sure that is. */
export function describeCount({ total, card }: Analysis): string {
  if (total.method === 'exact') {
    const isOurs = card?.tokenizer === 'o200k' || card?.tokenizer === 'cl100k';
    return isOurs ? `exact · ${card.tokenizer}` : 'exact · counted by the provider';
  }
  if (total.method === 'rough') return 'rough · by characters';
  return `estimate · o200k-based, ±${Math.max(1, bandPercent(total))} %`;
}
