/**
 * The points of the provider's rules that are unknown, third-party or in conflict, each a named switch; DEFAULT_RULES holds the
 * default that the rules text states. Sections are those of the caching rules.
 */
export interface CacheRules {
  /** §12: the first-party API drops `system[0]` when it is the attribution header. Other servers see it as text. */
  readonly stripsAttributionHeader: boolean;
  /** §2: runs of tool_use, and of tool_result, count as one lookback position (Claude API only). */
  readonly collapsesToolRuns: boolean;
  /** §14 open: a mark inside an already cached prefix creates an entry too, free of charge. */
  readonly createsEntriesBehindHit: boolean;
  /** §1 conflict: `speed` is part of the key from the system level on. */
  readonly speedInKey: boolean;
  /** §1 unknown per model: thinking and effort are rendered in front of everything, not with the messages. */
  readonly configFirst: boolean;
}

export const DEFAULT_RULES: CacheRules = {
  stripsAttributionHeader: true,
  collapsesToolRuns: true,
  createsEntriesBehindHit: true,
  speedInKey: true,
  configFirst: false,
};

/** §2: how many positions a breakpoint looks back over, itself included. */
export const LOOKBACK_POSITIONS = 20;

/** §5: how long an entry lives after the start of the request that wrote or last read it, in milliseconds. */
export const TTL_MILLISECONDS = { '5m': 300_000, '1h': 3_600_000 } as const;
