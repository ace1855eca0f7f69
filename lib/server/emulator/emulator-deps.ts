import type { CacheRules } from '@/lib/cache/cache-rules.ts';
import type { Digest } from '@/lib/cache/digest.ts';
import type { ChainLinks } from '@/lib/cache/prefix-chain.ts';
import type { JsonMemory } from '@/lib/server/json-memory.ts';
import type { CountTokens } from '@/lib/tokens/token-count.ts';
import type { CacheStore } from './cache-store.ts';

/** Everything the emulator takes from outside, so that the same request in the same state gets the same bytes. */
export interface EmulatorDeps {
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly ids: { readonly message: () => string; readonly request: () => string };
  readonly store: CacheStore;
  /** Reads a workspace's bodies, remembering what stays the same. */
  readonly readBody: JsonMemory;
  readonly digest: Digest;
  readonly countTokens: CountTokens;
  /** Remembers counts by a key that tells texts and tokenizers apart; bounded. */
  readonly rememberCount: (key: string, compute: () => number) => number;
  /** The links of blocks in the chains of earlier requests; forgotten with them. */
  readonly links: ChainLinks;
  /** Resolves after so many milliseconds, or at once when the signal aborts; never rejects. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly rules: CacheRules;
}
