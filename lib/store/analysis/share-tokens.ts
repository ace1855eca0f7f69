import { type Span, sourceKey } from '@/lib/prompt/block.ts';
import { apportion } from '@/lib/tokens/apportion.ts';
import type { SourceShare } from './analysis.ts';

/** Neighbouring spans of one source: what stands there, separators given to what stands before them. */
interface Stretch {
  readonly span: Span;
  readonly text: string;
}

/** By the spans of a block: the same texts are counted and shared out. */
const known = new WeakMap<readonly Span[], readonly Stretch[]>();

function stretches(text: string, spans: readonly Span[]): readonly Stretch[] {
  const found = known.get(spans) ?? findStretches(text, spans);
  known.set(spans, found);
  return found;
}

function findStretches(text: string, spans: readonly Span[]): Stretch[] {
  const firsts = spans.filter((span, index) => {
    const before = spans[index - 1];
    return !before || sourceKey(before.source) !== sourceKey(span.source);
  });
  return firsts.map((span, index) => ({
    span,
    text: text.slice(index === 0 ? 0 : span.start, firsts[index + 1]?.start ?? text.length),
  }));
}

/** The texts whose counts are the weights of a block's shares; empty when one source made the block alone. */
export function shareTexts(text: string, spans: readonly Span[]): string[] {
  const parts = stretches(text, spans);
  return parts.length < 2 ? [] : parts.map((part) => part.text);
}

/** A block's tokens shared out to the sources it came from. */
export function shareTokens(
  text: string,
  spans: readonly Span[],
  tokens: number,
  count: (text: string) => number,
): SourceShare[] {
  const parts = stretches(text, spans);
  const weights = parts.length < 2 ? [1] : parts.map((part) => count(part.text));
  const shares = apportion(tokens, weights);
  return parts.map(({ span }, index) => ({
    key: sourceKey(span.source),
    source: span.source,
    layer: span.layer,
    tokens: shares[index] ?? 0,
  }));
}
