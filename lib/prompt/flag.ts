/** How often a flag changes: with a release, at any moment of a session, or with the shell that starts it. */
export type FlagKind = 'compile-time' | 'run-time' | 'environment';

/** Where a flip lands in the request, from most stable to most volatile. */
export type FlagLanding =
  | 'tools'
  | 'static'
  | 'dynamic'
  | 'system-context'
  | 'user-context'
  | 'header'
  | 'marks'
  | 'whole-prompt';

export interface Flag {
  readonly id: string;
  /** The name people know it by; also its label. */
  readonly name: string;
  readonly kind: FlagKind;
  readonly default: boolean;
  readonly landing: FlagLanding;
}

/** Every flag of the prompt system; templates see each as `flags.<id>`. */
export const FLAGS = [
  {
    id: 'PROACTIVE',
    name: 'PROACTIVE',
    kind: 'compile-time',
    default: false,
    landing: 'whole-prompt',
  },
  {
    id: 'KAIROS',
    name: 'KAIROS',
    kind: 'compile-time',
    default: false,
    landing: 'dynamic',
  },
  {
    id: 'TEAMMEM',
    name: 'TEAMMEM',
    kind: 'compile-time',
    default: false,
    landing: 'dynamic',
  },
  {
    id: 'BREAK_CACHE_COMMAND',
    name: 'BREAK_CACHE_COMMAND',
    kind: 'compile-time',
    default: false,
    landing: 'system-context',
  },
  {
    id: 'CACHED_MICROCOMPACT',
    name: 'CACHED_MICROCOMPACT',
    kind: 'compile-time',
    default: false,
    landing: 'dynamic',
  },
  {
    id: 'TOKEN_BUDGET',
    name: 'TOKEN_BUDGET',
    kind: 'compile-time',
    default: false,
    landing: 'dynamic',
  },
  {
    id: 'NATIVE_CLIENT_ATTESTATION',
    name: 'NATIVE_CLIENT_ATTESTATION',
    kind: 'compile-time',
    default: false,
    landing: 'header',
  },
  {
    id: 'BRIDGE_MODE',
    name: 'BRIDGE_MODE',
    kind: 'compile-time',
    default: false,
    landing: 'dynamic',
  },
  {
    id: 'VOICE_MODE',
    name: 'VOICE_MODE',
    kind: 'compile-time',
    default: false,
    landing: 'dynamic',
  },
  {
    id: 'COORDINATOR_MODE',
    name: 'COORDINATOR_MODE',
    kind: 'compile-time',
    default: false,
    landing: 'whole-prompt',
  },
  {
    id: 'tengu_coordinator',
    name: 'tengu_coordinator',
    kind: 'run-time',
    default: false,
    landing: 'whole-prompt',
  },
  {
    id: 'chicago_beta',
    name: 'chicago_beta',
    kind: 'run-time',
    default: false,
    landing: 'dynamic',
  },
  {
    id: 'mcp_instructions_delta',
    name: 'mcp_instructions_delta',
    kind: 'run-time',
    default: false,
    landing: 'dynamic',
  },
  {
    id: 'global_cache_scope',
    name: 'global_cache_scope',
    kind: 'run-time',
    default: true,
    landing: 'whole-prompt',
  },
  {
    id: 'agent_swarms',
    name: 'agent swarms',
    kind: 'run-time',
    default: false,
    landing: 'tools',
  },
  {
    id: 'strict_tools',
    name: 'strict tools',
    kind: 'run-time',
    default: false,
    landing: 'tools',
  },
  {
    id: 'tool_search',
    name: 'tool search (defer loading)',
    kind: 'run-time',
    default: false,
    landing: 'tools',
  },
  {
    id: 'one_hour_ttl',
    name: '1h TTL',
    kind: 'run-time',
    default: false,
    landing: 'marks',
  },
  {
    id: 'CLAUDE_CODE_SIMPLE',
    name: 'CLAUDE_CODE_SIMPLE',
    kind: 'environment',
    default: false,
    landing: 'whole-prompt',
  },
  {
    id: 'CLAUDE_CODE_DISABLE_CLAUDE_MDS',
    name: 'CLAUDE_CODE_DISABLE_CLAUDE_MDS',
    kind: 'environment',
    default: false,
    landing: 'user-context',
  },
  {
    id: 'bare_mode',
    name: 'bare mode',
    kind: 'environment',
    default: false,
    landing: 'user-context',
  },
  {
    id: 'CLAUDE_CODE_REMOTE',
    name: 'CLAUDE_CODE_REMOTE',
    kind: 'environment',
    default: false,
    landing: 'system-context',
  },
  {
    id: 'include_git_instructions',
    name: 'include git instructions',
    kind: 'environment',
    default: true,
    landing: 'system-context',
  },
  {
    id: 'CLAUDE_CODE_ATTRIBUTION_HEADER_0',
    name: 'CLAUDE_CODE_ATTRIBUTION_HEADER=0',
    kind: 'environment',
    default: false,
    landing: 'header',
  },
  {
    id: 'USER_TYPE_ant',
    name: 'USER_TYPE=ant',
    kind: 'environment',
    default: false,
    landing: 'static',
  },
] as const satisfies readonly Flag[];

export type FlagId = (typeof FLAGS)[number]['id'];

/** One value for every flag. */
export type FlagValues = Readonly<Record<FlagId, boolean>>;

export const DEFAULT_FLAGS: FlagValues = Object.fromEntries(FLAGS.map((flag) => [flag.id, flag.default])) as FlagValues;
