import { neededBetas } from '@/lib/backends/beta-headers.ts';
import { type CacheRules, DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { chainModel } from '@/lib/cache/chain-model.ts';
import type { Digest } from '@/lib/cache/digest.ts';
import { keepsHeader } from '@/lib/cache/keeps-header.ts';
import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import { OPENAI_EXPLICIT } from '@/lib/cache/openai-policy.ts';
import type { CachePolicy, PolicyCache } from '@/lib/cache/policy.ts';
import { policyFor } from '@/lib/cache/policy-for.ts';
import type { ChainLinks, PrefixChain } from '@/lib/cache/prefix-chain.ts';
import { dayOf } from '@/lib/pricing/day.ts';
import { stalePrices } from '@/lib/pricing/stale-prices.ts';
import { outlook } from '@/lib/simulate/outlook.ts';
import { predictedUsage } from '@/lib/store/usage-rows.ts';
import { leastSure } from '@/lib/tokens/least-sure.ts';
import { messageFrameTokens } from '@/lib/tokens/overhead.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import { analyseBlocks } from './analyse-blocks.ts';
import type { Analysis } from './analysis.ts';
import type { Assembly } from './assembly.ts';
import { boundaryBar } from './boundary-bar.ts';
import { costOutlook, pricingOf } from './costs.ts';
import { documentFailures } from './document-failures.ts';
import { estimatedTotal } from './estimated-total.ts';
import { boundaryAt, ribbonMarks, ribbonSegments } from './ribbon.ts';
import { windowFaults } from './window-faults.ts';

/** A reply's length when a session is looked ahead, in tokens: a short answer of an agent between two tool calls. */
const ASSUMED_REPLY_TOKENS = 300;

export interface AnalysisOptions {
  readonly count: (text: string) => TokenCount;
  /** The counter's own count, where `count` corrects it. */
  readonly estimate?: (text: string) => TokenCount;
  readonly digest: Digest;
  /** Of earlier analyses with the same digest. */
  readonly links?: ChainLinks;
  /** The cache of the chosen backend and what the session has left in it; without them, that of the model, cold. */
  readonly policy?: CachePolicy;
  readonly cache?: PolicyCache;
  /** Those of the backend; the provider's own unless told. */
  readonly rules?: CacheRules;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Everything the interface shows of a request before it is sent; pure. */
export function analyse(assembly: Assembly, options: AnalysisOptions): Analysis {
  const { document, card, prompt, built, family } = assembly;
  const today = dayOf(options.now);
  const pricing = pricingOf(assembly, today);
  const { request } = built;
  const policy = options.policy ?? policyFor(undefined, document.model);
  const chain = chainOf(options);
  const prediction = (options.cache ?? policy.empty).evaluate(chain, request, options.now);
  const { failures, blocking } = documentFailures(assembly, policy);
  const blocks = analyseBlocks({ assembly, chain, prediction, failures, count: options.count, pricing });
  const total = totalCount(blocks, chain);
  const tooLong = policy.hasOwnModels ? [] : windowFaults(card, total);
  const turn = { replyTokens: ASSUMED_REPLY_TOKENS, messageTokens: options.count(document.draft).tokens };
  const costsUnder = (each: CachePolicy, now: CacheOutcome) =>
    costOutlook(outlook(each, chain, request, turn), predictedUsage(now), chain.totalTokens, pricing);
  const tokensBySource = new Map<string, number>();
  for (const { key, tokens } of blocks.flatMap(({ sources }) => sources)) {
    tokensBySource.set(key, (tokensBySource.get(key) ?? 0) + tokens);
  }
  return {
    document,
    prompt,
    built,
    pending: assembly.pending,
    card,
    price: assembly.price,
    oldPricesOf: card === assembly.price ? stalePrices(card, today) : undefined,
    chain,
    keepsHeader: keepsHeader(request, chain, policy),
    prediction,
    predictionNote: policy.note,
    blocks,
    tokensBySource,
    segments: ribbonSegments(blocks, document),
    marks: ribbonMarks(blocks, chain.minimumPrefixTokens, policy),
    boundaryAt: boundaryAt(blocks, document),
    boundaryBar: boundaryBar(assembly),
    total,
    estimatedTokens: estimatedTotal(built.request, chain, options.count, options.estimate ?? options.count),
    costs: costsUnder(policy, prediction),
    explicitCosts:
      policy.id === 'openai-breakpoints'
        ? costsUnder(OPENAI_EXPLICIT, OPENAI_EXPLICIT.empty.evaluate(chain, request, options.now))
        : undefined,
    failures: [...failures, ...tooLong],
    blocking: [...blocking, ...tooLong],
  };

  function chainOf({ count, digest, links }: AnalysisOptions): PrefixChain {
    return policy.chain(request, {
      model: chainModel(card, messageFrameTokens(family, document.model)),
      workspace: 'browser',
      count: (text) => count(text).tokens,
      digest,
      ...(links && { links }),
      rules: options.rules ?? DEFAULT_RULES,
      betas: neededBetas(request),
    });
  }
}

/** Bands of blocks add up: an estimate that leans one way leans so in all of them. Hidden tokens are known exactly. */
function totalCount(blocks: Analysis['blocks'], chain: PrefixChain): TokenCount {
  const inPrefix = blocks.filter(({ end }) => end !== undefined);
  const spread = (pick: (count: TokenCount) => number) =>
    inPrefix.reduce((sum, { count }) => sum + pick(count) - count.tokens, chain.totalTokens);
  const method = leastSure(inPrefix.map(({ count }) => count.method));
  return { tokens: chain.totalTokens, low: spread(({ low }) => low), high: spread(({ high }) => high), method };
}
