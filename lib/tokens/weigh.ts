import { createByteEncoder } from './byte-pair.ts';
import type { Vocabulary } from './gpt-counter.ts';
import { encodeLongPiece, isLongPiece } from './long-piece.ts';
import { detached } from './text-memory.ts';
import { utf8Bytes } from './utf8-bytes.ts';
import { createTally, type Weight } from './weight.ts';

export type Weigh = (text: string) => Weight;

const MOST_CACHED_PIECES = 50_000;

/** Weighs texts piece by piece, `weighTokens` saying what a piece with its tokens weighs; remembers the pieces met, within bounds. */
export function createWeigher(
  vocabulary: Vocabulary,
  weighTokens: (piece: string, tokens: readonly number[]) => Weight,
): Weigh {
  const encoder = createByteEncoder(vocabulary);
  const ofPiece = new Map<string, Weight>();

  function weighPiece(piece: string): Weight {
    const found = ofPiece.get(piece);
    if (found) return found;
    const weight = weighTokens(piece, encoder.encode(utf8Bytes(piece)));
    if (ofPiece.size >= MOST_CACHED_PIECES) ofPiece.clear();
    ofPiece.set(detached(piece), weight);
    return weight;
  }

  function weighLongPiece(piece: string): Weight {
    const total = createTally();
    for (const { text, tokens, times } of encodeLongPiece(piece, encoder)) total.add(weighTokens(text, tokens), times);
    return { ...total.sum(), isApproximate: true };
  }

  return (text) => {
    const total = createTally();
    for (const piece of text.match(vocabulary.splitter) ?? []) {
      total.add(isLongPiece(piece) ? weighLongPiece(piece) : weighPiece(piece));
    }
    return total.sum();
  };
}
