import type { MemorySettings } from './memory-file.ts';
import { RULES_DIRECTORY } from './memory-source.ts';
import { isInside, parentOf } from './path.ts';

/** Why discovery does not look at a file, for a person. Both must be normalised, and the file at none of the places. */
export function undiscoveredReason(path: string, settings: MemorySettings): string {
  const { workingDirectory, addedDirectories, autoMemoryDirectory, teamMemoryDirectory } = settings;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (path.includes(`/${RULES_DIRECTORY}/`) && !parentOf(path).endsWith(`/${RULES_DIRECTORY}`))
    return `Only files directly in ${RULES_DIRECTORY} are rules, not those in directories below it.`;
  if ([autoMemoryDirectory, teamMemoryDirectory].some((place) => place !== '' && isInside(place, path)))
    return 'Of a memory directory only MEMORY.md is sent; the agent opens the other files when it needs them.';
  const owner = ownerOf(path);
  if (owner === undefined) return misnamedReason(name);
  if (name === 'CLAUDE.local.md' && addedDirectories.includes(owner))
    return 'Added directories give their project files only, no CLAUDE.local.md.';
  if (isInside(workingDirectory, owner))
    return `${owner} lies below the working directory: an agent reads this file once it works there, not at the start.`;
  return `${owner} is neither on the way from the root to the working directory nor an added directory.`;
}

/** The directory that a memory file speaks for; `undefined` for a file with no memory file's name and place. */
function ownerOf(path: string): string | undefined {
  return /^(.*?)\/(?:CLAUDE\.md|CLAUDE\.local\.md|\.claude\/CLAUDE\.md|\.claude\/rules\/[^/]+\.md)$/.exec(path)?.[1];
}

function misnamedReason(name: string): string {
  const meant = ['CLAUDE.md', 'CLAUDE.local.md', 'MEMORY.md'].find(
    (known) => known.toLowerCase() === name.toLowerCase(),
  );
  if (meant === 'MEMORY.md') return 'A MEMORY.md is read in the directory of auto memory or of team memory only.';
  if (meant !== undefined) return `The name must be exactly ${meant}.`;
  return 'Neither its name nor its place makes it a memory file, and no file that is loaded includes it.';
}
