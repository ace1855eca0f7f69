import { isBinaryFile } from './binary-file.ts';
import { MAX_INCLUDE_DEPTH } from './include.ts';
import type { MemoryKind, MemorySettings, SkippedMemoryFile } from './memory-file.ts';
import { isInside } from './path.ts';

type IncludeRefusal = Pick<SkippedMemoryFile, 'cause' | 'reason'>;

/**
 * Why an include is not followed, for a person; `undefined` when it is. `includers` leads from a discovered file down to
 * the one that includes; `kind` is theirs. Settings must be normalised.
 */
export function refuseInclude(
  path: string,
  kind: MemoryKind,
  includers: readonly string[],
  tree: ReadonlyMap<string, string>,
  { workingDirectory, approvedExternalIncludes }: MemorySettings,
): IncludeRefusal | undefined {
  if (includers.includes(path))
    return {
      cause: 'include-cycle',
      reason: `The circle ${[...includers.slice(includers.indexOf(path)), path].join(' → ')} is cut here.`,
    };
  if (isBinaryFile(path))
    return { cause: 'include-binary', reason: 'By its extension it is not text, so it is not included.' };
  if (!tree.has(path)) return { cause: 'include-missing', reason: missingReason(path, tree) };
  const needsApproval = (kind === 'project' || kind === 'local') && !isInside(workingDirectory, path);
  if (needsApproval && !approvedExternalIncludes.some((approved) => isInside(approved, path)))
    return {
      cause: 'include-external',
      reason: `Outside the working directory ${workingDirectory}: ${kind} instructions may include it only with approval.`,
    };
  if (includers.length > MAX_INCLUDE_DEPTH)
    return {
      cause: 'include-too-deep',
      reason: `More than ${MAX_INCLUDE_DEPTH} includes deep: ${[...includers, path].join(' → ')}.`,
    };
  return undefined;
}

/** An include runs to the next white space, so the full stop of a sentence becomes part of the path. */
function missingReason(path: string, tree: ReadonlyMap<string, string>): string {
  const bare = path.replace(/[^\p{L}\p{N}]{1,3}$/u, '');
  return bare !== path && tree.has(bare)
    ? `There is no such file: the path ends where the next white space is. Was ${bare} meant?`
    : 'There is no such file.';
}
