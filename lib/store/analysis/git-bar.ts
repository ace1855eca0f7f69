import type { Document } from '@/lib/document/document.ts';

/** What keeps the git status out of the request, for a person; `undefined` when it is sent. */
export function gitBar({ environment, flags }: Pick<Document, 'environment' | 'flags'>): string | undefined {
  if (!environment.isGitRepository) return 'Not sent: the working directory is no git repository (Environment).';
  if (!flags.include_git_instructions) return 'Not sent: include_git_instructions is off.';
  return flags.CLAUDE_CODE_REMOTE ? 'Not sent: CLAUDE_CODE_REMOTE is on.' : undefined;
}
