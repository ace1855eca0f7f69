import type { Ttl } from '@/lib/request/flatten-request.ts';
import type { InputUsage } from '@/lib/usage/usage.ts';
import { type CacheRules, LOOKBACK_POSITIONS, TTL_MILLISECONDS } from './cache-rules.ts';
import type { PrefixChain, PrefixPosition } from './prefix-chain.ts';

/** An entry of the provider's cache. Times are epoch milliseconds; `readableAt` is when the writer's response began. */
export interface CacheEntry {
  readonly key: string;
  readonly ttl: Ttl;
  readonly startedAt: number;
  readonly readableAt: number;
}

/** What one request does: its usage, what becomes of each block, and the entries to keep afterwards. */
export interface CacheOutcome {
  readonly usage: InputUsage;
  /** The block through which the cache was read. */
  readonly hit: PrefixPosition | undefined;
  readonly blocks: readonly BlockOutcome[];
  /** Entries written when the response begins (their `readableAt` is the request's start until then). */
  readonly created: readonly CacheEntry[];
  /** Entries read, their clocks started again. */
  readonly refreshed: readonly CacheEntry[];
  /** How the tokens split is nobody's prediction: it is not known how the backend caches. */
  readonly isUnknown?: true;
}

export type BlockState = 'read' | 'creation-5m' | 'creation-1h' | 'creation-other' | 'uncached';

export interface BlockOutcome {
  readonly path: string;
  readonly state: BlockState;
  readonly tokens: number;
}

export type FindEntry = (key: string) => CacheEntry | undefined;

/** An entry can be read from its writer's first byte on, until its TTL after the last start. */
export function isLive(entry: CacheEntry, now: number): boolean {
  return entry.readableAt <= now && now < expiresAt(entry);
}

/** When an entry runs out, in epoch milliseconds: at that moment it is gone. */
export const expiresAt = ({ startedAt, ttl }: CacheEntry): number => startedAt + TTL_MILLISECONDS[ttl];

/** Messages breakpoints (caching rules §§2, 4, 5, 14): reads from the deepest live entry, writes at the marks behind it. */
export function evaluateMessages(chain: PrefixChain, find: FindEntry, now: number, rules: CacheRules): CacheOutcome {
  const { positions } = chain;
  const live = positions.map(({ key }) => {
    const entry = find(key);
    return entry && isLive(entry, now) ? entry : undefined;
  });
  const marks = positions.flatMap((position, index) =>
    position.breakpoint && position.end >= chain.minimumPrefixTokens ? [index] : [],
  );
  const hitIndex = lookBack(positions, marks, (index) => live[index] !== undefined);
  const endOf = (index: number | undefined) => (index === undefined ? 0 : (positions[index]?.end ?? 0));
  const read = endOf(hitIndex);
  const behind = marks.filter((index) => hitIndex === undefined || index > hitIndex);
  const lastLong = behind.findLast((index) => positions[index]?.breakpoint === '1h');
  const longEnd = Math.max(read, endOf(lastLong));
  const cachedEnd = Math.max(longEnd, endOf(behind.at(-1)));
  const passed = rules.createsEntriesBehindHit
    ? marks.filter((index) => hitIndex !== undefined && index < hitIndex && !live[index])
    : [];
  return {
    usage: {
      inputTokens: chain.totalTokens - cachedEnd,
      cacheReadTokens: read,
      cacheCreation5mTokens: cachedEnd - longEnd,
      cacheCreation1hTokens: longEnd - read,
    },
    hit: hitIndex === undefined ? undefined : positions[hitIndex],
    blocks: positions.map(({ path, tokens, end }) => ({ path, tokens, state: stateAt(end, read, longEnd, cachedEnd) })),
    created: [...passed, ...behind].flatMap((index) => {
      const { key, breakpoint } = positions[index] ?? {};
      return key && breakpoint ? [{ key, ttl: breakpoint, startedAt: now, readableAt: now }] : [];
    }),
    refreshed: live
      .slice(0, hitIndex === undefined ? 0 : hitIndex + 1)
      .flatMap((entry) => (entry ? [{ ...entry, startedAt: now }] : [])),
  };
}

/** From the last mark backwards, 20 positions a mark; the first live entry found is the longest. */
function lookBack(
  positions: readonly PrefixPosition[],
  marks: readonly number[],
  isLiveAt: (index: number) => boolean,
): number | undefined {
  for (const mark of marks.toReversed()) {
    const oldestSlot = (positions[mark]?.slot ?? 0) - (LOOKBACK_POSITIONS - 1);
    for (let index = mark; index >= 0 && (positions[index]?.slot ?? -1) >= oldestSlot; index -= 1) {
      if (isLiveAt(index)) return index;
    }
  }
  return undefined;
}

function stateAt(end: number, read: number, longEnd: number, cachedEnd: number): BlockState {
  if (end <= read) return 'read';
  if (end <= longEnd) return 'creation-1h';
  return end <= cachedEnd ? 'creation-5m' : 'uncached';
}
