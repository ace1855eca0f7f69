import { AUTONOMOUS, AUTONOMOUS_1 } from '@/lib/document/presets/autonomous.ts';
import { CODING_AGENT } from '@/lib/document/presets/coding-agent/document.ts';
import { CURRENT_CLIENT, CURRENT_CLIENT_1, CURRENT_CLIENT_2 } from '@/lib/document/presets/current-client/document.ts';
import { LOCAL_MODEL } from '@/lib/document/presets/local-model.ts';
import { TWO_PART } from '@/lib/document/presets/two-part/document.ts';
import { DEFAULT_FLAGS, type FlagId } from '@/lib/prompt/flag.ts';
import type { Document } from './document.ts';
import type { PresetList } from './preset.ts';

const withFlags = (id: string, title: string, on: readonly FlagId[]): Document => ({
  ...CODING_AGENT,
  preset: { id, version: 1 },
  title,
  flags: { ...DEFAULT_FLAGS, ...Object.fromEntries(on.map((flag) => [flag, true])) },
});

const EMPTY: Document = {
  ...CODING_AGENT,
  preset: { id: 'empty', version: 1 },
  title: 'Empty',
  sections: [
    { id: 'instructions', title: 'Instructions', text: '', kind: 'memoised', enabled: true, gates: [] },
    { id: 'session', title: 'Session', text: '', kind: 'memoised', enabled: true, gates: [] },
  ],
  boundary: 1,
  tools: [],
  mcpServers: [],
  memoryFiles: [],
  conversation: [],
  draft: 'Hello',
};

/** The presets of this Strata. */
export const PRESETS: PresetList = [
  {
    title: 'Coding agent',
    description:
      'The classic layout: fifteen tools, a static prompt, the boundary, session parts, then memory files and conversation. Start here.',
    document: CODING_AGENT,
  },
  {
    title: 'Current client',
    description:
      'A client of November 2026: a shorter prompt, twelve tools with the rest behind a search tool, and session parts that come as a system message behind the first user message. Compare it with the classic layout.',
    document: CURRENT_CLIENT,
    earlier: [CURRENT_CLIENT_2, CURRENT_CLIENT_1],
  },
  {
    title: 'Two-part prompt',
    description:
      'The idea alone: prefix, tool descriptions and safety for everyone, then user memory, recent context and the task. Four flags add sections behind the boundary; see what each does to the prefix.',
    document: TWO_PART,
  },
  {
    title: 'Simple mode',
    description:
      'CLAUDE_CODE_SIMPLE: identity, working directory and date take the place of all sections; the git status and what is appended follow, in the same block.',
    document: withFlags('simple', 'Simple mode', ['CLAUDE_CODE_SIMPLE']),
  },
  {
    title: 'Autonomous',
    description:
      'PROACTIVE: the short prompt of an agent that paces itself, woken by ticks. Send one with Tick, and watch what a pause costs.',
    document: AUTONOMOUS,
    earlier: [AUTONOMOUS_1],
  },
  {
    title: 'Coordinator',
    description:
      'An agent that divides work among others: its prompt takes the place of the default one, under two flags.',
    document: withFlags('coordinator', 'Coordinator', ['COORDINATOR_MODE', 'tengu_coordinator']),
  },
  {
    title: 'Local model',
    description:
      'No marks, and an attribution header that changes with each request, for a server of your own: Ollama, LM Studio and SGLang compute all behind it again, vLLM and llama.cpp do not. Choose one, send twice, and switch the header off in Flags.',
    document: LOCAL_MODEL,
  },
  {
    title: 'Empty',
    description: 'Two empty sections and the boundary between them, to build a prompt of your own.',
    document: EMPTY,
  },
];
