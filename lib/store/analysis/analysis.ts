import type { BlockState, CacheOutcome } from '@/lib/cache/messages-policy.ts';
import type { PrefixChain } from '@/lib/cache/prefix-chain.ts';
import type { Document } from '@/lib/document/document.ts';
import type { Failure } from '@/lib/errors.ts';
import type { ModelCard } from '@/lib/pricing/model-card.ts';
import type { PriceLine } from '@/lib/pricing/price.ts';
import type { PriceCard } from '@/lib/pricing/rate-card.ts';
import type { AssembledPrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { BlockSource, Layer } from '@/lib/prompt/block.ts';
import type { PendingEdits } from '@/lib/prompt/pending-edits.ts';
import type { BuiltRequest } from '@/lib/request/build-request.ts';
import type { Ttl } from '@/lib/request/flatten-request.ts';
import type { RequestBlock } from '@/lib/request/request-block.ts';
import type { Outlook } from '@/lib/simulate/outlook.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';

/** What a block costs in each case, in nanodollars; `undefined` where the price is not known. */
export interface BlockCosts {
  readonly read: number | undefined;
  readonly creation5m: number | undefined;
  readonly creation1h: number | undefined;
  readonly creationOther: number | undefined;
  readonly uncached: number | undefined;
}

/** A block of the request with everything that is known of it before it is sent. */
export interface AnalysedBlock extends RequestBlock {
  readonly count: TokenCount;
  /** Of these, what the provider adds: its prompt for tools, the frame of a message. */
  readonly hiddenTokens: number;
  /** Tokens from the start of the prompt through this block; `undefined` for what is not in the prefix. */
  readonly end: number | undefined;
  /** What the cache is predicted to do; `unknown`: nothing is predicted; `stripped`: the provider drops it; `deferred`: loaded only on demand. */
  readonly state: BlockState | 'unknown' | 'stripped' | 'deferred';
  /** The prefix key through this block. */
  readonly key: string | undefined;
  readonly costs: BlockCosts;
  readonly sources: readonly SourceShare[];
  readonly faults: readonly Failure[];
}

/** The part of a block that came from one source; shares of a block add up to the block. */
export interface SourceShare {
  readonly key: string;
  readonly source: BlockSource;
  readonly layer: Layer;
  readonly tokens: number;
}

/** A stretch of the request in one layer, as the ribbon draws it. */
export interface RibbonSegment {
  readonly layer: Layer;
  readonly start: number;
  readonly tokens: number;
  readonly parts: readonly RibbonPart[];
}

export interface RibbonPart extends SourceShare {
  /** Its place among all parts, from 0. */
  readonly index: number;
  readonly title: string;
  readonly start: number;
  readonly block: AnalysedBlock;
}

/** A cache mark on the ribbon, `at` tokens from the start. `idle`: it has no effect, for the prefix is below the model's minimum, or the backend takes no marks. */
export interface RibbonMark {
  readonly at: number;
  readonly ttl: Ttl;
  readonly blockId: string;
  readonly idle: 'minimum' | 'backend' | undefined;
}

/** What one request is predicted to cost, in nanodollars, input side only; `undefined` where a price is not known, or nothing is predicted. */
export interface CostOutlook {
  /** `undefined`: nothing is predicted, for nobody knows how the backend caches; only what it costs uncached is known. */
  readonly usage: Outlook | undefined;
  readonly first: number | undefined;
  readonly second: number | undefined;
  readonly later: number | undefined;
  readonly uncached: number | undefined;
  readonly laterUncached: number | undefined;
  /** The request as it would be sent now, given what the session has cached. */
  readonly now: number | undefined;
  /** `now` by class of tokens; a class without tokens, or without a known price, has no line. */
  readonly nowLines: readonly PriceLine[] | undefined;
  /** What is known of `now` where some of it is not, and what that leaves out, for a person. */
  readonly partial: { readonly total: number; readonly missing: readonly string[] } | undefined;
}

/** Everything that is derived from a document, the counts and the session so far. */
export interface Analysis {
  readonly document: Document;
  readonly prompt: AssembledPrompt;
  readonly built: BuiltRequest;
  /** What waits for a clear or compact; `undefined` while the session holds nothing. */
  readonly pending: PendingEdits | undefined;
  readonly card: ModelCard | undefined;
  /** What the request is priced by; `undefined`: nothing is known. */
  readonly price: PriceCard | undefined;
  /** The day on which its prices were read, when that is too long ago to be taken on trust; own prices are never old. */
  readonly oldPricesOf: string | undefined;
  readonly chain: PrefixChain;
  /** The request has an attribution header, and it is part of the prefix. */
  readonly keepsHeader: boolean;
  readonly prediction: CacheOutcome;
  /** What a person must know of predictions for this backend. */
  readonly predictionNote: string | undefined;
  readonly blocks: readonly AnalysedBlock[];
  /** Tokens by source key (see block.ts), over all blocks. */
  readonly tokensBySource: ReadonlyMap<string, number>;
  readonly segments: readonly RibbonSegment[];
  readonly marks: readonly RibbonMark[];
  /** Tokens in front of the boundary; `undefined` when no default prompt is sent. */
  readonly boundaryAt: number | undefined;
  /** Why no block ends at the boundary (see boundary-bar.ts); `undefined`: one does, and may carry a mark. */
  readonly boundaryBar: string | undefined;
  readonly total: TokenCount;
  /** The total by the estimate alone, uncorrected; `undefined` when nothing in it is an estimate. */
  readonly estimatedTokens: number | undefined;
  readonly costs: CostOutlook;
  /** The costs in OpenAI's explicit mode, in which only marks are written; `undefined` where there is no such mode. */
  readonly explicitCosts: CostOutlook | undefined;
  /** Everything that is wrong, each with its place; a request with `blocking` faults cannot be sent. */
  readonly failures: readonly Failure[];
  readonly blocking: readonly Failure[];
}
