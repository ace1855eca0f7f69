import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import type { PrefixChain } from '@/lib/cache/prefix-chain.ts';
import type { Failure } from '@/lib/errors.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import type { AnalysedBlock } from './analysis.ts';
import type { Assembly } from './assembly.ts';
import { blockCosts, type Pricing, tokenCosts } from './costs.ts';
import { shareTokens } from './share-tokens.ts';

interface Parts {
  readonly assembly: Assembly;
  readonly chain: PrefixChain;
  readonly prediction: CacheOutcome;
  readonly failures: readonly Failure[];
  readonly count: (text: string) => TokenCount;
  readonly pricing: Pricing;
}

const NO_TOKENS: TokenCount = { tokens: 0, low: 0, high: 0, method: 'exact' };

/**
 * The blocks of the request joined with their place in the prefix chain and what the cache will do with them; the outcome names the
 * chain's positions in their order. A block's fields are named one by one: of a spread with more fields behind it the V8 of Node 20
 * makes objects that share no hidden class, of 5 kB each.
 */
export function analyseBlocks({ assembly, chain, prediction, failures, count, pricing }: Parts): AnalysedBlock[] {
  const places = new Map<string, number>();
  chain.positions.forEach(({ path }, index) => {
    places.set(path, index);
  });
  const tokensOf = (text: string) => count(text).tokens;
  const rates = tokenCosts(pricing, chain.totalTokens);
  return assembly.built.blocks.map(({ id, title, level, path, layer, text, spans, breakpoint }): AnalysedBlock => {
    const place = places.get(path);
    const position = place === undefined ? undefined : chain.positions[place];
    const state = place === undefined ? undefined : prediction.blocks[place]?.state;
    const own = position ? count(text) : NO_TOKENS;
    const hidden = position ? position.tokens - own.tokens : 0;
    const tokens = own.tokens + hidden;
    return {
      id,
      title,
      level,
      path,
      layer,
      text,
      spans,
      breakpoint,
      count: { tokens, low: own.low + hidden, high: own.high + hidden, method: own.method },
      hiddenTokens: hidden,
      end: position?.end,
      key: position?.key,
      state: state ? (prediction.isUnknown ? 'unknown' : state) : level === 'tools' ? 'deferred' : 'stripped',
      costs: blockCosts(tokens, rates),
      sources: shareTokens(text, spans, tokens, tokensOf),
      faults: failures.length === 0 ? failures : failures.filter(({ subject }) => subject === id),
    };
  });
}
