import type { Environment } from '@/lib/prompt/context.ts';
import type { GitStatus } from '@/lib/prompt/prompt-input.ts';

/** The machine and session of the preset: a developer's Linux machine, in the repository that the memory files describe. */
export const ENVIRONMENT: Environment = {
  workingDirectory: '/home/dev/tidewater',
  home: '/home/dev',
  additionalDirectories: [],
  isGitRepository: true,
  platform: 'linux',
  shell: 'zsh',
  osVersion: 'Linux 6.8.0-52-generic',
  knowledgeCutoff: 'January 2026',
  today: '2026-11-21',
  language: '',
  outputStyle: { name: '', prompt: '', keepCodingInstructions: true },
  scratchpadDirectory: '/tmp/agent/scratchpad',
  memoryDirectory: '/home/dev/.claude/projects/tidewater/memory',
  teamMemoryDirectory: '/home/dev/.claude/projects/tidewater/memory/team',
  autoMemory: true,
  modelOverride: '',
  tokenBudget: '500,000 tokens',
};

/** The repository when the session began, as text: `status` as by `git status --short`, `log` as by `git log --oneline -5`. */
export const GIT_STATUS: GitStatus = {
  branch: 'config-cleanup',
  mainBranch: 'main',
  user: 'Imke Visser',
  status: 'M  packages/config/src/schema.ts\n?? notes/config-questions.md',
  log: `8c41e7d config: reject unknown keys with the file and line
f02b9a6 worker: log the station count at start
51d7c3e harmonics: cache nodal factors per year
b96e04f tables: keep the minus sign of heights below datum
2ae8815 api: answer 404 for a station that was retired`,
};
