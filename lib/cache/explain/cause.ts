import type { PrefixLevel } from '@/lib/request/flatten-request.ts';

/** The closed set of causes that current tools name (DIAG-1); `unknown` whenever the evidence proves none of them. */
export type Cause =
  | 'system_prompt_changed'
  | 'tools_changed'
  | 'model_changed'
  | 'messages_rewritten'
  | 'ttl_expired_5m'
  | 'ttl_expired_1h'
  | 'cache_control_changed'
  | 'likely_server_side'
  | 'unknown';

/** What is known although the closed set has no name for it: why a cause is `unknown`. */
export type UnknownReason =
  | 'parameters_changed'
  | 'betas_changed'
  | 'other_workspace'
  | 'lookback_exceeded'
  | 'not_readable_yet'
  | 'evidence_missing';

/** The cause of a change at a level of the prefix. */
export const LEVEL_CAUSES: Readonly<Record<PrefixLevel, Cause>> = {
  tools: 'tools_changed',
  system: 'system_prompt_changed',
  messages: 'messages_rewritten',
};
