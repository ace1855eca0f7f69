import { expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { gitStatusLine } from '@/lib/prompt/system-context.ts';
import { gitBar } from './git-bar.ts';

const { document } = PRESETS[0];
const { environment, flags } = document;

it('says what keeps the git status out exactly when it is not sent', () => {
  for (const isGitRepository of [true, false])
    for (const include_git_instructions of [true, false])
      for (const CLAUDE_CODE_REMOTE of [true, false]) {
        const each = {
          ...document,
          environment: { ...environment, isGitRepository },
          flags: { ...flags, include_git_instructions, CLAUDE_CODE_REMOTE },
        };
        expect(gitBar(each) === undefined).toBe(gitStatusLine(each) !== undefined);
      }
});
