import type { CacheEntry } from '@/lib/cache/messages-policy.ts';
import { prefixBlocks } from '@/lib/cache/prefix-blocks.ts';
import { type ChainOptions, type PrefixChain, prefixChain } from '@/lib/cache/prefix-chain.ts';
import type { FlatBlock } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { Usage } from '@/lib/usage/usage.ts';

/** What is known of a request beside its body; what is `undefined` is not known, which is no evidence. Times are epoch ms. */
export interface TraceFacts {
  readonly usage?: Usage | undefined;
  readonly sentAt?: number | undefined;
  readonly respondedAt?: number | undefined;
  /** Whose cache it was: account, workspace, key or session. Never a key itself. */
  readonly workspace?: string | undefined;
  readonly betas?: readonly string[] | undefined;
  /** The entries it wrote or read, where a model of the cache has followed the session; else they follow from the marks. */
  readonly entries?: readonly CacheEntry[] | undefined;
}

/** A request as two of them are compared: `blocks` and the positions of `chain` go together, one by one. */
export interface RequestTrace extends TraceFacts {
  readonly request: MessageCreateParamsBase;
  readonly blocks: readonly FlatBlock[];
  readonly chain: PrefixChain;
}

/** Both requests of a comparison must be traced with the same options, else no key is the same. */
export function traceRequest(
  request: MessageCreateParamsBase,
  options: ChainOptions,
  facts: TraceFacts = {},
): RequestTrace {
  return {
    ...facts,
    request,
    blocks: prefixBlocks(request, options.rules, options.model.keepsOldThinking ?? true),
    chain: prefixChain(request, options),
  };
}

/** Where a request left an entry: the index of its block, how long it lives, and from when. */
export interface TracedEntry {
  readonly index: number;
  readonly entry: CacheEntry;
}

/** The entries that a request left, in prefix order. Without a start (`sentAt`), nothing is known of their age. */
export function tracedEntries({ chain, entries, sentAt = 0, respondedAt = sentAt }: RequestTrace): TracedEntry[] {
  const known = entries && new Map(entries.map((entry) => [entry.key, entry]));
  return chain.positions.flatMap(({ key, breakpoint, end }, index) => {
    if (known) {
      const entry = known.get(key);
      return entry ? [{ index, entry: { ...entry, readableAt: respondedAt } }] : [];
    }
    if (!breakpoint || end < chain.minimumPrefixTokens) return [];
    return [{ index, entry: { key, ttl: breakpoint, startedAt: sentAt, readableAt: respondedAt } }];
  });
}
