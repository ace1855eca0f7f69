import { importedMark } from '@/lib/prompt/like-imported.ts';
import type { CacheSettings } from './cache-settings.ts';
import type { Ttl } from './flatten-request.ts';
import type { DraftBlock } from './message-drafts.ts';
import type { CacheControlEphemeral } from './wire.ts';

/** The mark of one block, and who placed it. */
export interface PlacedMark {
  readonly ttl: Ttl;
  readonly by: 'rule' | 'hand' | 'automatic';
}

/** What decides the marks of a whole request. */
export interface Marking {
  readonly cache: CacheSettings;
  /** Of the marks that the rules place. */
  readonly ttl: Ttl;
  /** The backend takes the first-party beta for `scope`. */
  readonly takesScope: boolean;
}

/** The mark of a block: what the user set by hand, else what the rules place. */
export function placeMark(id: string, ruled: DraftBlock['ruled'], { cache, ttl }: Marking): PlacedMark | undefined {
  if (!cache.enabled) return undefined;
  const byHand = cache.marks[id];
  if (byHand === 'none') return undefined;
  if (byHand) return { ttl: byHand, by: 'hand' };
  return ruled ? { ttl, by: 'rule' } : undefined;
}

/** The mark of a block as it is sent; `wire` is the object it was imported as (JSON text). */
export function blockMark(
  id: string,
  ruled: DraftBlock['ruled'],
  marking: Marking,
  wire: string | undefined,
): { cache_control?: CacheControlEphemeral } {
  const withScope = ruled === 'global' && marking.cache.sendScope && marking.takesScope;
  return wireMark(placeMark(id, ruled, marking), withScope, wire);
}

/**
 * A mark as `cache_control`; `withScope` only for a backend that accepts the first-party beta. The mark an imported block came with
 * (`wire`, JSON text) is written as it was, while its TTL is the same.
 */
export function wireMark(
  mark: PlacedMark | undefined,
  withScope: boolean,
  wire?: string,
): { cache_control?: CacheControlEphemeral } {
  if (!mark) return {};
  const imported = importedMark(wire);
  if (imported && (imported.ttl ?? '5m') === mark.ttl) return { cache_control: imported as CacheControlEphemeral };
  const scope = withScope ? { scope: 'global' } : {};
  return {
    cache_control: { type: 'ephemeral', ...(mark.ttl === '1h' && { ttl: '1h' }), ...scope } as CacheControlEphemeral,
  };
}
