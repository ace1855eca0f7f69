/**
 * The points of the provider's rules that are unknown, third-party or in conflict, each a named switch; DEFAULT_RULES holds the
 * default that the rules text states. Sections are those of docs/caching-rules.md.
 */
export interface CacheRules {
  /** §12: the first-party API drops `system[0]` when it is the attribution header. Other servers see it as text. */
  readonly stripsAttributionHeader: boolean;
  /** §2: runs of tool_use, and of tool_result, count as one lookback position (Claude API only). */
  readonly collapsesToolRuns: boolean;
  /** §2 unknown: each tool definition is a lookback position of its own. */
  readonly countsToolPositions: boolean;
  /** §2 unknown: each thinking block is a lookback position of its own. */
  readonly countsThinkingPositions: boolean;
  /** §3 unknown: a mark on a part of a tool's result acts at the end of that result; off, it only counts to the limit of four. */
  readonly nestedMarksAtBlockEnd: boolean;
  /** §14 open: a mark inside an already cached prefix creates an entry too, free of charge. */
  readonly createsEntriesBehindHit: boolean;
  /** §1: web search and web fetch edit the hidden system prompt: their definitions stand behind the tools, so tools stay cached. */
  readonly webToolsBehindTools: boolean;
  /** §1: models that do not keep old thinking lose it at the next message of the user that is no tool result. */
  readonly stripsOldThinking: boolean;
  /** §1 conflict: `speed` is part of the key from the system level on. */
  readonly speedInKey: boolean;
  /** §1 unknown: the set of `anthropic-beta` values is part of the key from the messages on. */
  readonly betasInKey: boolean;
  /** §1 unknown: `context_management` is part of the key from the messages on. */
  readonly contextManagementInKey: boolean;
  /** §1 unknown per model: models that render thinking and effort in front of everything, not with the messages. */
  readonly configFirstModels: readonly string[];
}

export const DEFAULT_RULES: CacheRules = {
  stripsAttributionHeader: true,
  collapsesToolRuns: true,
  countsToolPositions: true,
  countsThinkingPositions: true,
  nestedMarksAtBlockEnd: true,
  createsEntriesBehindHit: true,
  webToolsBehindTools: true,
  stripsOldThinking: true,
  speedInKey: true,
  betasInKey: true,
  contextManagementInKey: true,
  configFirstModels: [],
};

/** §2: how many positions a breakpoint looks back over, itself included. */
export const LOOKBACK_POSITIONS = 20;

/** §5: how long an entry lives after the start of the request that wrote or last read it, in milliseconds. */
export const TTL_MILLISECONDS = { '5m': 300_000, '1h': 3_600_000 } as const;
