import type { Document } from '@/lib/document/document.ts';
import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import type { Analysis } from './analysis.ts';
import { faultText } from './fault-text.ts';

/** A turn of the conversation with its share of the request. */
export interface TurnRow {
  readonly turn: Turn;
  /** From 1. */
  readonly number: number;
  /** How it begins, on one line; empty for an empty turn. */
  readonly opening: string;
  readonly tokens: number | undefined;
  readonly method: TokenCount['method'] | undefined;
  readonly fault: string | undefined;
}

const OPENING_CHARACTERS = 120;

export function turnRows(
  { conversation }: Pick<Document, 'conversation'>,
  analysis: Pick<Analysis, 'blocks'> | undefined,
): TurnRow[] {
  return conversation.map((turn, index): TurnRow => {
    const block = analysis?.blocks.find(({ id }) => id === `turn:${turn.id}`);
    const [fault] = block?.faults ?? [];
    return {
      turn,
      number: index + 1,
      opening: turn.text.slice(0, OPENING_CHARACTERS).replace(/\s+/g, ' ').trim(),
      tokens: block?.count.tokens,
      method: block?.count.method,
      fault: fault && faultText(fault),
    };
  });
}
