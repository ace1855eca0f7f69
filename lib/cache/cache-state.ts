import { type CacheEntry, type CacheOutcome, expiresAt, isLive } from './messages-policy.ts';

/** The entries of one workspace by key; immutable. */
export type CacheState = ReadonlyMap<string, CacheEntry>;

export const EMPTY_CACHE: CacheState = new Map();

/**
 * The state after a request that was answered: what it read is refreshed from its start, what it created can be read from `respondedAt`
 * on; `undefined` (the answer was a refusal) creates nothing. One that was never answered leaves no state behind (RUN-6). Entries that
 * have run out by `now` are dropped.
 */
export function applyOutcome(
  state: CacheState,
  outcome: CacheOutcome,
  now: number,
  respondedAt: number | undefined,
): CacheState {
  const next = new Map<string, CacheEntry>();
  for (const [key, entry] of state) {
    if (entry.readableAt > now || isLive(entry, now)) next.set(key, entry);
  }
  for (const entry of outcome.refreshed) next.set(entry.key, entry);
  if (respondedAt !== undefined) {
    for (const entry of outcome.created)
      next.set(entry.key, both(next.get(entry.key), { ...entry, readableAt: respondedAt }));
  }
  return next;
}

/** Two requests in flight that write the same prefix: readable from the first response on, for as long as either lasts. */
function both(earlier: CacheEntry | undefined, later: CacheEntry): CacheEntry {
  if (!earlier) return later;
  const lasting = expiresAt(earlier) > expiresAt(later) ? earlier : later;
  return { ...lasting, readableAt: Math.min(earlier.readableAt, later.readableAt) };
}
