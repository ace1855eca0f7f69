import type { Failure } from '@/lib/errors.ts';
import type { ModelCard } from '@/lib/pricing/model-card.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';

/** A prompt that is longer than the model's context window, even by the low end of its count; `undefined` while it may fit. */
export function windowFailure(card: ModelCard | undefined, total: TokenCount): Failure | undefined {
  const limit = card?.contextWindow;
  if (limit === undefined || total.low <= limit) return undefined;
  return {
    code: 'request-invalid',
    message: `It is too long: ${inWords(total.low)} tokens at the least, and ${card?.name} takes ${inWords(limit)}.`,
    place: 'Prompt',
    fix: 'Shorten its longest parts, or choose a model that takes more.',
  };
}

const inWords = (tokens: number): string => tokens.toLocaleString('en-US');
