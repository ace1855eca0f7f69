import type { Failure } from '@/lib/errors.ts';
import type { ModelCard } from '@/lib/pricing/model-card.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';

/** A prompt that is longer than the model's context window even by the low end of its count; none while it may fit. */
export function windowFaults(card: ModelCard | undefined, { low }: TokenCount): Failure[] {
  const limit = card?.contextWindow;
  if (!card || limit === undefined || low <= limit) return [];
  return [
    {
      code: 'request-invalid',
      message: `It has ${inWords(low)} tokens at the least, and ${card.name} takes ${inWords(limit)}.`,
      place: 'Prompt',
      fix: 'Shorten its longest parts, or choose a model that takes more.',
    },
  ];
}

const inWords = (tokens: number): string => tokens.toLocaleString('en-US');
