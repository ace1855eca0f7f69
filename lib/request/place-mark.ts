import type { CacheSettings } from './cache-settings.ts';
import type { Ttl } from './flatten-request.ts';
import type { DraftBlock } from './message-drafts.ts';
import type { CacheControlEphemeral } from './wire.ts';

/** The mark of one block, and who placed it. */
export interface PlacedMark {
  readonly ttl: Ttl;
  readonly by: 'rule' | 'hand' | 'automatic';
}

/** The mark of a block: what the user set by hand, else what the rules place. */
export function placeMark(
  id: string,
  ruled: DraftBlock['ruled'],
  ttl: Ttl,
  cache: CacheSettings,
): PlacedMark | undefined {
  if (!cache.enabled) return undefined;
  const byHand = cache.marks[id];
  if (byHand === 'none') return undefined;
  if (byHand) return { ttl: byHand, by: 'hand' };
  return ruled ? { ttl, by: 'rule' } : undefined;
}

/** A mark as `cache_control`; `withScope` only for a backend that accepts the first-party beta. */
export function wireMark(mark: PlacedMark | undefined, withScope: boolean): { cache_control?: CacheControlEphemeral } {
  if (!mark) return {};
  const scope = withScope ? { scope: 'global' } : {};
  return {
    cache_control: { type: 'ephemeral', ...(mark.ttl === '1h' && { ttl: '1h' }), ...scope } as CacheControlEphemeral,
  };
}
