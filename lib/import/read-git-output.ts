import type { Document } from '@/lib/document/document.ts';
import { changeSettings } from '@/lib/document/edit-settings.ts';
import type { GitStatus } from '@/lib/prompt/prompt-input.ts';

/** `git status` in its long form, and `git status -sb`. */
const ON_BRANCH = /^(?:On branch |HEAD detached at |## (?:No commits yet on )?)([^\s.]+(?:\.[^\s.]+)*)/m;
const SHORT_STATUS = /^(?:[ MADRCUT?!]{2}) \S/;
const ONE_LINE = /^[*|\\/ ]*([0-9a-f]{7,40}) (?:\([^)]*\) )?\S/;
const COMMIT = /^commit ([0-9a-f]{7,40})/;
const BRANCH = /^([*+ ]) (\(?[\w./-]+[^\n]*)$/;
const LONG_STATUS = /^\t(?:(?:modified|new file|deleted|renamed|copied|typechange|both modified): +)?(\S[^\n]*)$/;
const LETTERS: Readonly<Record<string, string>> = {
  modified: 'M',
  'new file': 'A',
  deleted: 'D',
  renamed: 'R',
  copied: 'C',
};

/**
 * What pasted output of `git status`, `git log` and `git branch` says, one or several of them in any order; only the fields it speaks of.
 * `undefined` when it is none of them.
 */
export function readGitOutput(text: string): Partial<GitStatus> | undefined {
  const lines = text.replaceAll('\r', '').split('\n');
  const branch = ON_BRANCH.exec(text)?.[1] ?? currentBranch(lines);
  const status = statusLines(lines);
  const isStatus = ON_BRANCH.test(text) || /nothing to commit/.test(text);
  const log = commits(lines);
  const main = mainBranch(lines);
  const user = /^Author: ([^<\n]*[^<\s])/m.exec(text)?.[1];
  if (!isStatus && status.length === 0 && log.length === 0 && main === undefined) return undefined;
  return {
    ...(branch !== undefined && { branch }),
    ...(main !== undefined && { mainBranch: main }),
    ...(user !== undefined && { user }),
    ...((isStatus || status.length > 0) && { status: status.join('\n') }),
    ...(log.length > 0 && { log: log.join('\n') }),
  };
}

/** The document with what git says, in a directory that is under git's control. */
export function withGit(document: Document, git: Partial<GitStatus>): Document {
  return changeSettings(changeSettings(document, 'gitStatus', git), 'environment', { isGitRepository: true });
}

/** As `git status --short` has them, whichever form was pasted. */
function statusLines(lines: readonly string[]): string[] {
  let isUntracked = false;
  let isStaged = false;
  return lines.flatMap((line) => {
    if (SHORT_STATUS.test(line) && line.trim() !== '' && !line.startsWith('  ')) return [line];
    if (/^Untracked files:/.test(line)) isUntracked = true;
    if (/^Changes (?:to be|not staged)/.test(line)) {
      isUntracked = false;
      isStaged = line.startsWith('Changes to be');
    }
    const [, path] = LONG_STATUS.exec(line) ?? [];
    if (path === undefined) return [];
    if (isUntracked) return [`?? ${path}`];
    const word = /^\t([a-z ]+):/.exec(line)?.[1] ?? '';
    const letter = LETTERS[word] ?? 'M';
    return [isStaged ? `${letter}  ${path}` : ` ${letter} ${path}`];
  });
}

/** As `git log --oneline` has them; the long form gives its first lines. */
function commits(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => {
    const hash = COMMIT.exec(line)?.[1];
    if (hash === undefined)
      return ONE_LINE.test(line) && !SHORT_STATUS.test(line) ? [line.replace(/^[*|\\/ ]+/, '')] : [];
    const subject = lines.slice(index + 1).find((each) => /^ {4}\S/.test(each));
    return [`${hash.slice(0, 7)} ${subject?.trim() ?? ''}`.trim()];
  });
}

const branches = (lines: readonly string[]): { name: string; isCurrent: boolean }[] =>
  lines.flatMap((line) => {
    const [, mark, rest = ''] = BRANCH.exec(line) ?? [];
    const name = rest.split(/\s/)[0] ?? '';
    return mark === undefined || /^[0-9a-f]{7,40}$/.test(name) || rest.includes(': ')
      ? []
      : [{ name, isCurrent: mark === '*' }];
  });

const currentBranch = (lines: readonly string[]): string | undefined =>
  branches(lines).find(({ isCurrent }) => isCurrent)?.name;

function mainBranch(lines: readonly string[]): string | undefined {
  const listed = branches(lines);
  if (!listed.some(({ isCurrent }) => isCurrent)) return undefined;
  return ['main', 'master', 'trunk'].find((name) => listed.some((branch) => branch.name === name));
}
