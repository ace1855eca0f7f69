import { errorBand } from './band.ts';
import { splitChunks } from './chunk.ts';
import { createChunkCache } from './chunk-cache.ts';
import { o200kVocabulary, type Vocabulary } from './gpt-counter.ts';
import { splitRuns } from './long-run.ts';
import type { CountTokens, TokenCount, TokenizerFamily } from './token-count.ts';
import { createWeigher, type Weigh } from './weigh.ts';
import { weighTokens } from './weigh-tokens.ts';
import { createTally, NO_WEIGHT, type Weight } from './weight.ts';

export interface TokenEstimator {
  readonly count: CountTokens;
}

export interface EstimatorOptions {
  /** How much text is remembered, so that an edit costs its own paragraph; in characters. */
  readonly maxCachedCharacters?: number;
  /** With it, `cl100k` is counted exactly; without, estimated. */
  readonly cl100k?: Vocabulary;
}

/**
 * Counts tokens: OpenAI's exactly (but for long unbroken runs), Claude's by an estimate fitted on o200k's tokens. The same text has
 * the same count whatever was counted before. Needs the vocabulary (1 MB to download): in a page, use the worker client.
 */
export function createTokenEstimator({
  maxCachedCharacters = 4_000_000,
  cl100k,
}: EstimatorOptions = {}): TokenEstimator {
  const weigh = byChunk(createWeigher(o200kVocabulary(), weighTokens), maxCachedCharacters);
  const weighCl100k = cl100k && byChunk(createWeigher(cl100k, exactCl100k), maxCachedCharacters);

  return {
    count: (text, family) => {
      if (family === 'cl100k' && weighCl100k) return toCount(weighCl100k(text), family, true);
      return toCount(weigh(text), family, family === 'o200k');
    },
  };
}

function byChunk(weigh: Weigh, maxCachedCharacters: number): Weigh {
  const weighChunk = createChunkCache(weigh, maxCachedCharacters);
  return (text) => {
    const total = createTally();
    for (const span of splitRuns(text)) {
      if (span.times === 1) for (const chunk of splitChunks(span.text)) total.add(weighChunk(chunk));
      else total.add({ ...weighChunk(span.text), isApproximate: true }, span.times);
    }
    return total.sum();
  };
}

function exactCl100k(_piece: string, tokens: readonly number[]): Weight {
  return { ...NO_WEIGHT, cl100k: tokens.length * 1000 };
}

function toCount(weight: Weight, family: TokenizerFamily, isExact: boolean): TokenCount {
  const method = isExact && !weight.isApproximate ? 'exact' : 'estimate';
  if (weight[family] === 0) return { tokens: 0, low: 0, high: 0, method };
  const tokens = Math.max(1, Math.round(weight[family] / 1000));
  const band = errorBand(weight, family, isExact);
  return { tokens, low: Math.max(1, Math.floor(tokens * (1 - band))), high: Math.ceil(tokens * (1 + band)), method };
}
