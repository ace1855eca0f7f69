import { matchesGlob } from './glob.ts';
import type { MemorySettings } from './memory-file.ts';
import { RULES_DIRECTORY } from './memory-source.ts';
import { isInside, joinPath, parentOf } from './path.ts';

/** A rule's condition and the first file in play that meets it; `undefined` when none does. */
export interface RuleCondition {
  readonly globs: string;
  readonly metBy: string | undefined;
}

/**
 * The condition that `paths:` puts on a file in a `.claude/rules`: globs are relative to the directory that holds
 * `.claude`, or absolute. `undefined` for any other file, and without globs. Settings must be normalised.
 */
export function ruleCondition(
  path: string,
  globs: readonly string[],
  settings: MemorySettings,
): RuleCondition | undefined {
  const directory = parentOf(path);
  if (globs.length === 0 || !directory.endsWith(`/${RULES_DIRECTORY}`)) return undefined;
  const base = joinPath(directory, '../..');
  const prefix = base === '/' ? base : `${base}/`;
  const meets = (file: string) =>
    globs.some((glob) => {
      if (glob.startsWith('/')) return matchesGlob(wholeDirectory(glob), file);
      const pattern = wholeDirectory(glob.replace(/^\.\//, ''));
      return isInside(base, file) && matchesGlob(pattern, file.slice(prefix.length));
    });
  return { globs: globs.join(', '), metBy: settings.filesInPlay.find(meets) };
}

/** `src/` means what `src/**` means. */
const wholeDirectory = (glob: string): string => (glob.endsWith('/') ? `${glob}**` : glob);
