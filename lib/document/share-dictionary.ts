import type { Document } from './document.ts';

/** How far back deflate can refer; what exceeds it is cut at the front. */
const WINDOW_BYTES = 32_768;

/**
 * What differences are written with: punctuation, field names and flags, in the order in which they appear. Part of link format v1:
 * a change here breaks every link ever made.
 */
const WORDS = [
  '"order":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40]',
  '"environment":{"workingDirectory":"/home/dev/","home":"/home/dev","additionalDirectories":[["/"]],"isGitRepository":false,',
  '"platform":"darwin","shell":"bash","osVersion":"macOS ","knowledgeCutoff":"","today":"2026-","language":"English",',
  '"outputStyle":{"name":"Concise","prompt":"","keepCodingInstructions":false},"scratchpadDirectory":"","memoryDirectory":"",',
  '"teamMemoryDirectory":"","autoMemory":false,"modelOverride":"","tokenBudget":""},"prompts":{"override":{"enabled":true,"text":"',
  '"},"coordinator":{"agent":{"custom":{"append":{"enabled":true,"text":"You are "}},"tools":{"change":{"Read":{"description":[',
  '"inputSchema":"enabled":false},"Edit":"Write":"Bash":"deferrable":true,"strict":true,"swarmFields":[[]],"server":"',
  '"mcpServers":{"change":{"connected":false,"instructions":"","memoryFiles":{"add":[{"path":"/CLAUDE.md","text":"# ',
  '"memorySources":{"userSettings":false,"projectSettings":false,"localSettings":false,"approvedExternalIncludes":"filesInPlay":',
  '"gitStatus":{"branch":"main","mainBranch":"main","user":"","status":"","log":""},"client":{"version":"2.1.329",',
  '"entrypoint":"sdk"},"conversation":{"add":[{"id":"turn-1","role":"user","text":""},{"id":"turn-2","role":"assistant","text":"',
  '"draft":"","model":"claude-opus-5-5","model":"claude-haiku-5-5","model":"claude-fable-5-2","model":"claude-sonnet-5-5",',
  '"maxTokens":4096,"cache":{"enabled":false,"markDynamic":false,"markLastUserBlock":false,"sendScope":true,"marks":{',
  '"system:identity":"1h","system:static":"none","system:dynamic":"5m"}},"backend":"anthropic"}]',
  '"add":[{"id":"section-1","title":"New section","text":"","kind":"memoised","reason":"","kind":"volatile","enabled":true,"gates":[]}]',
  '"}]}},"boundary":9,"flags":{"PROACTIVE":true,"KAIROS":true,"TEAMMEM":true,"BREAK_CACHE_COMMAND":true,',
  '"CACHED_MICROCOMPACT":true,"TOKEN_BUDGET":true,"NATIVE_CLIENT_ATTESTATION":true,"BRIDGE_MODE":true,"VOICE_MODE":true,',
  '"COORDINATOR_MODE":true,"tengu_coordinator":true,"chicago_beta":true,"mcp_instructions_delta":true,',
  '"global_cache_scope":false,"agent_swarms":true,"strict_tools":true,"tool_search":true,"one_hour_ttl":true,',
  '"CLAUDE_CODE_SIMPLE":true,"CLAUDE_CODE_DISABLE_CLAUDE_MDS":true,"bare_mode":true,"CLAUDE_CODE_REMOTE":true,',
  '"include_git_instructions":false,"CLAUDE_CODE_ATTRIBUTION_HEADER_0":true,"USER_TYPE_ant":true}}]',
  '[2,{"title":"","preset":{"id":"","version":1},"sections":{"change":{"enabled":false},"text":[0,0,"[2,{"flags":{"',
].join('');

/** The bytes that deflate starts from for links on this preset: its section texts, the first ones (most edited) nearest. */
export function shareDictionary({ sections }: Pick<Document, 'sections'>): Uint8Array {
  const texts = sections.map(({ id, text }) => `${JSON.stringify(id)}:{"text":${JSON.stringify(text)}},`).toReversed();
  return new TextEncoder().encode(texts.join('') + WORDS).slice(-WINDOW_BYTES);
}
