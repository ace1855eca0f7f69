import { type Span, sourceKey } from '@/lib/prompt/block.ts';
import { apportion } from '@/lib/tokens/apportion.ts';
import type { SourceShare } from './analysis.ts';

/** Neighbouring spans of one source: the first of them, and what stands there, separators given to what stands before them. */
interface Stretch {
  /** Of its source (see block.ts). */
  readonly key: string;
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
  const firsts = spans
    .map((span) => ({ key: sourceKey(span.source), span }))
    .filter(({ key }, index, all) => key !== all[index - 1]?.key);
  return firsts.map(({ key, span }, index) => ({
    key,
    span,
    text: text.slice(index === 0 ? 0 : span.start, firsts[index + 1]?.span.start ?? text.length),
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
  const weights = parts.length < 2 ? undefined : parts.map((part) => count(part.text));
  const shares = weights ? apportion(tokens, weights) : [tokens];
  return parts.map(({ key, span }, index) => ({
    key,
    source: span.source,
    layer: span.layer,
    tokens: shares[index] ?? 0,
  }));
}
