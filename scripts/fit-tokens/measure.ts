import { createByteEncoder } from '@/lib/tokens/byte-pair.ts';
import { loadCl100kVocabulary, o200kVocabulary, type Vocabulary } from '@/lib/tokens/gpt-counter.ts';
import { encodeLongPiece, isLongPiece } from '@/lib/tokens/long-piece.ts';
import { pieceFeatures } from '@/lib/tokens/piece-features.ts';
import { roughCharacters } from '@/lib/tokens/rough-count.ts';
import { utf8Bytes } from '@/lib/tokens/utf8-bytes.ts';
import type { CountedText } from './corpus.ts';

/** A text with what the fit needs of it: its features, its counts in every vocabulary, its characters by width. */
export interface MeasuredText extends Omit<CountedText, 'counts'> {
  readonly features: ReadonlyMap<number, number>;
  readonly characters: readonly number[];
  readonly counts: Readonly<Record<'claude-old' | 'claude-new' | 'o200k' | 'cl100k', number>>;
}

export async function measureTexts(texts: readonly CountedText[]): Promise<MeasuredText[]> {
  const eachO200k = pieceReader(o200kVocabulary());
  const eachCl100k = pieceReader(await loadCl100kVocabulary());
  return texts.map((counted) => {
    const features = new Map<number, number>();
    let o200k = 0;
    eachO200k(counted.text, (piece, tokens, times) => {
      o200k += tokens.length * times;
      pieceFeatures(piece, tokens, (feature, amount) => {
        features.set(feature, (features.get(feature) ?? 0) + amount * times);
      });
    });
    let cl100k = 0;
    eachCl100k(counted.text, (_, tokens, times) => {
      cl100k += tokens.length * times;
    });
    return {
      ...counted,
      features,
      characters: roughCharacters(counted.text),
      counts: { ...counted.counts, o200k, cl100k },
    };
  });
}

type VisitPiece = (piece: string, tokens: readonly number[], times: number) => void;

function pieceReader(vocabulary: Vocabulary): (text: string, visit: VisitPiece) => void {
  const encoder = createByteEncoder(vocabulary);
  return (text, visit) => {
    for (const piece of text.match(vocabulary.splitter) ?? []) {
      if (isLongPiece(piece)) {
        for (const span of encodeLongPiece(piece, encoder)) visit(span.text, span.tokens, span.times);
      } else visit(piece, encoder.encode(utf8Bytes(piece)), 1);
    }
  };
}
