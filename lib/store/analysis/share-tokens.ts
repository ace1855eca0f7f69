import { type Span, sourceKey } from '@/lib/prompt/block.ts';
import { apportion } from '@/lib/tokens/apportion.ts';
import type { SourceShare } from './analysis.ts';

interface Stretch {
  readonly span: Span;
  readonly start: number;
  readonly end: number;
}

/** Neighbouring spans of one source as one stretch, separators given to what stands before them. */
function stretches(text: string, spans: readonly Span[]): Stretch[] {
  const firsts = spans.filter((span, index) => {
    const before = spans[index - 1];
    return !before || sourceKey(before.source) !== sourceKey(span.source);
  });
  return firsts.map((span, index) => ({
    span,
    start: index === 0 ? 0 : span.start,
    end: firsts[index + 1]?.start ?? text.length,
  }));
}

/** The texts whose counts are the weights of a block's shares; empty when one source made the block alone. */
export function shareTexts(text: string, spans: readonly Span[]): string[] {
  const parts = stretches(text, spans);
  return parts.length < 2 ? [] : parts.map(({ start, end }) => text.slice(start, end));
}

/** A block's tokens shared out to the sources it came from. */
export function shareTokens(
  text: string,
  spans: readonly Span[],
  tokens: number,
  count: (text: string) => number,
): SourceShare[] {
  const parts = stretches(text, spans);
  const weights = parts.length < 2 ? [1] : parts.map(({ start, end }) => count(text.slice(start, end)));
  const shares = apportion(tokens, weights);
  return parts.map(({ span }, index) => ({
    key: sourceKey(span.source),
    source: span.source,
    layer: span.layer,
    tokens: shares[index] ?? 0,
  }));
}
