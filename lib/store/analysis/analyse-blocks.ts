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

/** The blocks of the request joined with their place in the prefix chain and what the cache will do with them. */
export function analyseBlocks({ assembly, chain, prediction, failures, count, pricing }: Parts): AnalysedBlock[] {
  const positions = new Map(chain.positions.map((position) => [position.path, position]));
  const states = new Map(
    prediction.blocks.map(({ path, state }) => [path, prediction.isUnknown ? ('unknown' as const) : state]),
  );
  const rates = tokenCosts(pricing, chain.totalTokens);
  return assembly.built.blocks.map((block): AnalysedBlock => {
    const position = positions.get(block.path);
    const own = position ? count(block.text) : NO_TOKENS;
    const hidden = position ? position.tokens - own.tokens : 0;
    const tokens = own.tokens + hidden;
    return {
      ...block,
      count: { ...own, tokens, low: own.low + hidden, high: own.high + hidden },
      hiddenTokens: hidden,
      end: position?.end,
      key: position?.key,
      state: states.get(block.path) ?? (block.level === 'tools' ? 'deferred' : 'stripped'),
      costs: blockCosts(tokens, rates),
      sources: shareTokens(block.text, block.spans, tokens, (text) => count(text).tokens),
      faults: failures.filter(({ place }) => place === block.title),
    };
  });
}
