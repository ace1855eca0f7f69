import type { FlagId } from './flag.ts';

/** What switching each flag on changes, in a sentence. They stand apart from the flags, for the page opens without them. */
export const FLAG_DESCRIPTIONS: Readonly<Record<FlagId, string>> = {
  PROACTIVE:
    'Replaces the default prompt by the short autonomous one: identity, reminders, memory, environment, autonomous work.',
  KAIROS: 'With auto memory, the memory section asks for a daily log.',
  TEAMMEM: "The memory section covers a private and a team directory; the team's MEMORY.md is loaded.",
  BREAK_CACHE_COMMAND: 'Adds a cacheBreaker line to the system context.',
  CACHED_MICROCOMPACT: 'Adds the section on clearing old tool results.',
  TOKEN_BUDGET: 'Adds the section on the token budget.',
  NATIVE_CLIENT_ATTESTATION: 'Adds cch=…; to the attribution header.',
  BRIDGE_MODE: 'Adds the section on working through a bridge to another device.',
  VOICE_MODE: 'Adds the section on answers that are spoken.',
  COORDINATOR_MODE: 'Makes the coordinator prompt available; tengu_coordinator turns it on.',
  tengu_coordinator: 'With COORDINATOR_MODE, the coordinator prompt replaces the default one.',
  chicago_beta: 'Adds the instructions for computer use.',
  mcp_instructions_delta: 'MCP instructions leave the system prompt and are announced in the messages instead.',
  global_cache_scope: 'Emits the boundary marker: a change behind it leaves the static part cached.',
  agent_swarms: 'Keeps the swarm-only fields in tool schemas; off, they are filtered out.',
  strict_tools: 'Adds strict: true to the tools that ask for it, when the model supports structured outputs.',
  tool_search: 'Deferrable tools carry defer_loading and leave the cached prefix.',
  one_hour_ttl: 'Puts ttl: "1h" on every breakpoint but those set by hand. In session mode the first request decides.',
  CLAUDE_CODE_SIMPLE: 'Replaces the sections by identity, working directory and date.',
  CLAUDE_CODE_DISABLE_CLAUDE_MDS: 'Loads no memory files.',
  bare_mode: 'Discovers no memory files but those of explicitly added directories.',
  CLAUDE_CODE_REMOTE: 'Leaves git status out of the system context.',
  include_git_instructions: 'Puts the git status snapshot into the system context.',
  CLAUDE_CODE_ATTRIBUTION_HEADER_0: 'Drops the attribution header block.',
  USER_TYPE_ant: 'Adds bullets to Doing tasks; a model override text may apply.',
};
