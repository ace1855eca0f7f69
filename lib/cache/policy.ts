import type { ContentBlockParam, MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { CacheOutcome } from './messages-policy.ts';
import type { ChainOptions, PrefixChain } from './prefix-chain.ts';

/** How one kind of server caches prompts: what it sees of a request, and what it remembers of earlier ones. */
export interface CachePolicy {
  readonly id:
    | 'messages'
    | 'openai-automatic'
    | 'openai-breakpoints'
    | 'openai-explicit'
    | 'vllm'
    | 'llama-cpp'
    | 'sglang'
    | 'deepseek'
    | 'gemini'
    | 'unknown';
  /** It holds the prompt that was answered last and nothing else, whoever sent it. */
  readonly holdsLast?: true;
  /** What a person must know of its predictions, where the provider does not tell all that they rest on. */
  readonly note?: string;
  /** Marks are nothing to it: it finds what it has by itself. */
  readonly ignoresMarks?: true;
  /** It runs models of its own: the name of another provider's is no more than a name to it. */
  readonly hasOwnModels?: true;
  /** Every attribution header is the same to it, whatever its hash says. */
  readonly masksHeader?: true;
  /** The request as this server counts and caches it. */
  chain(request: MessageCreateParamsBase, options: ChainOptions): PrefixChain;
  /** The cache before any request. */
  readonly empty: PolicyCache;
}

/** A server's cache at one moment; immutable. Times are epoch milliseconds. */
export interface PolicyCache {
  /** What a request would do now; the cache stays as it is. */
  evaluate(chain: PrefixChain, request: MessageCreateParamsBase, now: number): CacheOutcome;
  /** The cache after a request. */
  after(sent: SentRequest): PolicyCache;
  /** When a prediction changes by itself next, by an entry running out; `undefined`: never. */
  nextExpiry(now: number): number | undefined;
}

/** A request that was sent: `respondedAt` is when its answer began, `undefined` when it never did. */
export interface SentRequest {
  readonly request: MessageCreateParamsBase;
  readonly outcome: CacheOutcome;
  readonly sentAt: number;
  readonly respondedAt: number | undefined;
  /** What was answered, as text or as the blocks that the next request says it in: servers that keep a prompt's state keep its answer's. */
  readonly reply?: string | readonly ContentBlockParam[];
}
