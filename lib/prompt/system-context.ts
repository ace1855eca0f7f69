import type { BlockSource } from './block.ts';
import type { PromptInput } from './prompt-input.ts';
import { wholePart } from './select-prompt.ts';
import { joinParts } from './split-system-prompt.ts';
import type { PromptPart } from './system-prompt.ts';

/** `git status` longer than this is cut, with a note. */
const STATUS_LIMIT = 2000;

/**
 * What is appended to the system prompt as one part of `key: value` lines; an empty part when nothing applies. `gitStatus` is the
 * line of this moment, or the one that the session holds.
 */
export function systemContext(input: PromptInput, gitStatus: PromptPart | undefined): PromptPart {
  const { flags, environment } = input;
  const breaker = flags.BREAK_CACHE_COMMAND
    ? [line('cacheBreaker', `[CACHE_BREAKER: ${environment.today}]`, { type: 'cache-breaker' })]
    : [];
  return joinParts([...(gitStatus ? [gitStatus] : []), ...breaker], '\n');
}

/** The snapshot of the repository as a line of the system context; `undefined` when it is not sent. */
export function gitStatusLine(input: PromptInput): PromptPart | undefined {
  const { flags, environment } = input;
  const isSent = environment.isGitRepository && flags.include_git_instructions && !flags.CLAUDE_CODE_REMOTE;
  return isSent ? line('gitStatus', formatGitStatus(input), { type: 'git-status' }) : undefined;
}

const line = (key: string, value: string, source: BlockSource): PromptPart =>
  wholePart(`${key}: ${value}`, source, 'session');

function formatGitStatus({ gitStatus }: PromptInput): string {
  const status = gitStatus.status.trim() === '' ? '(clean)' : gitStatus.status.trimEnd();
  const shown =
    status.length > STATUS_LIMIT
      ? `${wholeCharacters(status.slice(0, STATUS_LIMIT))}\n(cut at ${STATUS_LIMIT} characters; run git status to see the rest)`
      : status;
  const commits = gitStatus.log
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 5);
  return [
    'The state of the repository when the session began. It is not updated as the session goes on.',
    `Current branch: ${gitStatus.branch}`,
    `Main branch: ${gitStatus.mainBranch}`,
    `Git user: ${gitStatus.user}`,
    `Status:\n${shown}`,
    `Recent commits:\n${commits.join('\n')}`,
  ].join('\n\n');
}

/** Without the first half of a surrogate pair at the end. */
const wholeCharacters = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');
